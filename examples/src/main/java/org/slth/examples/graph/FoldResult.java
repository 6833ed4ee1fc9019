package org.slth.examples.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a network reached on one fold.
 *
 * @param fold its number, from 1
 * @param accuracy on the test part, after the epoch that a tenth of the training part chose
 * @param test accuracy on the test part after each epoch
 * @param validation accuracy on that tenth after each epoch
 * @param parameters of the network
 * @param seconds of the training steps
 * @param ticket the network's ticket; null if none was wanted
 */
record FoldResult(
    int fold,
    double accuracy,
    List<Double> test,
    List<Double> validation,
    long parameters,
    double seconds,
    @Nullable TicketResult ticket) {}
