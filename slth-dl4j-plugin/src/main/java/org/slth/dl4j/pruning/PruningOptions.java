package org.slth.dl4j.pruning;

import java.nio.file.Path;
import java.util.Optional;
import org.slth.dl4j.internal.construction.Construction;
import org.slth.search.SearchSettings;

/**
 * What a pruner was asked for.
 *
 * @param seed seed of the random network
 * @param tolerance the coefficient error that is asked for
 * @param construction which random network stands for the target
 * @param search how layers are searched
 * @param nonNegativeInput whether no input of the network is ever negative
 * @param threads how many solve
 * @param checkpoints where finished layers are kept, if anywhere
 * @param listener who hears of the progress
 */
record PruningOptions(
    long seed,
    double tolerance,
    Construction construction,
    SearchSettings search,
    boolean nonNegativeInput,
    int threads,
    Optional<Path> checkpoints,
    PruningListener listener) {}
