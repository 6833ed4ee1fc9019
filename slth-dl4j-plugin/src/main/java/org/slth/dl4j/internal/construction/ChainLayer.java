package org.slth.dl4j.internal.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slth.pruning.MaskedPair;
import org.slth.pruning.PlannedLayer;
import org.slth.pruning.TargetLayer;

/**
 * A layer of a chain of depth <i>L</i> + 1: the target's own, with every output repeated for the
 * next layer to choose among. See {@link DepthPlusOne}.
 *
 * <p>Repetition <i>r</i> of output <i>p</i> of <i>n</i> is output <i>rn</i> + <i>p</i>; behind
 * these are those that are 1. Behind an input the coefficients are those of the first repetition,
 * then of the second, and so on.
 */
public final class ChainLayer implements TargetLayer {

  private final TargetLayer target;
  private final Link before;
  private final Link after;
  private final LastLayer shape; // with one input

  /**
   * How a layer is tied to the next one.
   *
   * @param copies of every output, which are the hidden copies of the next layer; 0 if there is no
   *     such layer
   * @param constants outputs that are 1
   * @param pixels into which a channel is flattened between the two
   */
  record Link(int copies, int constants, int pixels) {

    static final Link NONE = new Link(0, 0, 1);
  }

  ChainLayer(TargetLayer target, Link before, Link after) {
    this.target = target;
    this.before = before;
    this.after = after;
    this.shape = last(target.pair(MaskedPair.nothing(target)));
  }

  private static LastLayer last(List<PlannedLayer> pair) {
    return LastLayer.of(pair.get(pair.size() - 1));
  }

  /** Returns whether the layer before gives its hidden copies, so that it has no layer U. */
  public boolean isFed() {
    return before.copies() > 0;
  }

  private int repetitions() {
    return Math.max(1, after.copies());
  }

  @Override
  public int inputs() {
    return target.inputs();
  }

  @Override
  public boolean hasConstant() {
    return target.hasConstant();
  }

  @Override
  public double[] targets(int input) {
    double[] once = target.targets(input);
    double[] repeated = new double[once.length * repetitions()];
    for (int r = 0; r < repetitions(); r++) {
      System.arraycopy(once, 0, repeated, r * once.length, once.length);
    }
    return repeated;
  }

  @Override
  public int problems(int input) {
    return target.problems(input) * repetitions();
  }

  /** The constants' biases are counted, and all that they could see. */
  @Override
  public long sourceParameters(int[] copies) {
    long wide = (long) shape.outputs() * repetitions() + after.constants();
    long biases = after.constants() > 0 ? wide : 0;
    if (isFed()) {
      return width() * shape.taps() * wide + biases;
    }
    long hidden = IntStream.of(copies).asLongStream().sum();
    long first = target.sourceParameters(copies) - hidden * shape.taps() * shape.outputs();
    return first + hidden * shape.taps() * wide + biases;
  }

  /** Returns how many inputs V has, if it is fed. */
  private long width() {
    return (long) channels() * before.copies() + (long) before.constants() * before.pixels();
  }

  private int channels() {
    return inputs() - (hasConstant() ? 1 : 0);
  }

  @Override
  public List<PlannedLayer> pair(MaskedPair kept) {
    int[] coefficients = IntStream.range(0, inputs()).map(target::problems).toArray();
    List<PlannedLayer> pair = List.of();
    List<LastLayer> lasts = new ArrayList<>();
    for (int r = 0; r < repetitions(); r++) {
      int repetition = r;
      pair = target.pair(kept.from(IntStream.of(coefficients).map(n -> n * repetition).toArray()));
      lasts.add(last(pair));
    }
    LastLayer last = LastLayer.beside(lasts);
    if (isFed()) {
      return List.of(
          last.spread(places(kept), Math.toIntExact(width())).planned(after.constants()));
    }
    List<PlannedLayer> layers = new ArrayList<>(pair.subList(0, pair.size() - 1));
    layers.add(last.planned(after.constants()));
    return layers;
  }

  /** Returns for each copy that is kept which output of the layer before it is. */
  private int[] places(MaskedPair kept) {
    int n = channels();
    List<Integer> places = new ArrayList<>();
    for (int q = 0; q < inputs(); q++) {
      int repetition = 0;
      int t = 0;
      for (int copy : kept.copies(q)) {
        for (; t < copy; t++) {
          repetition += kept.u(q, t) > 0 ? 1 : 0; // the others do not exist
        }
        places.add(q < n ? repetition * n + q : before.copies() * n + repetition * before.pixels());
      }
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }
}
