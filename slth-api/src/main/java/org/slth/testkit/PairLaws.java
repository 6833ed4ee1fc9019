package org.slth.testkit;

import static org.slth.testkit.Laws.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.slth.pruning.LayerSettings;
import org.slth.pruning.MaskedPair;
import org.slth.pruning.PairIndex;
import org.slth.pruning.PlannedLayer;
import org.slth.pruning.SourceLaw;
import org.slth.pruning.SourcePair;
import org.slth.pruning.TargetLayer;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.Mask;
import org.slth.ticket.Redraw;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.TicketLayer;

/**
 * The laws of {@link TargetLayer#pair}, on a pair of a few copies under several masks.
 *
 * @param name what is checked, for the messages
 * @param target what the layer type read
 * @param again the same, read once more
 */
record PairLaws(String name, TargetLayer target, TargetLayer again) {

  void check(boolean signedInput) {
    List<Integer> candidates = Collections.nCopies(target.inputs(), 3);
    SourceLaw law = new SourceLaw(CandidateLaw.PRODUCT, 3, candidates);
    SourcePair pair = new SourcePair(SourceDraw.of(1), target, law, signedInput);
    PairIndex index = new PairIndex(target, pair);
    int bits = index.copies() + index.coefficients();
    BitSet all = new BitSet();
    all.set(0, bits);
    checkSize(pair, masked(pair, all, List.of()));
    var random = new SplittableRandom(11);
    for (double density : new double[] {1, 0.8, 0.3, 0.05, 0}) {
      BitSet mask = new BitSet();
      IntStream.range(0, bits).filter(i -> random.nextDouble() < density).forEach(mask::set);
      MaskedPair drawn = masked(pair, mask, List.of());
      checkAgain(drawn);
      List<Map<String, double[]>> one = checkNumbers(drawn, index);
      MaskedPair redrawn = masked(pair, mask, redraws());
      List<Map<String, double[]>> other = checkNumbers(redrawn, index);
      requireSamePlaces(one, numbers(drawn, index), other, numbers(redrawn, index));
    }
  }

  private MaskedPair masked(SourcePair pair, BitSet mask, List<Redraw> redraws) {
    PairIndex index = new PairIndex(target, pair);
    int u = index.copies();
    int v = index.coefficients();
    Mask copies = Mask.of(mask.get(0, u), u);
    Mask coefficients = Mask.of(mask.get(u, u + v), v);
    TicketLayer ticket =
        new TicketLayer(
            name,
            pair.law().law(),
            pair.law().scale(),
            pair.law().candidates(),
            pair.signedInput(),
            1,
            copies,
            coefficients,
            redraws);
    return new MaskedPair(target, pair, ticket);
  }

  /** Every coefficient of V is another number, U is the same. */
  private List<Redraw> redraws() {
    List<Redraw> redraws = new ArrayList<>();
    for (int q = 0; q < target.inputs(); q++) {
      for (int problem = 0; problem < target.problems(q); problem++) {
        redraws.add(new Redraw(q, false, problem, 1));
        redraws.add(new Redraw(q, true, problem, 1));
      }
    }
    return redraws;
  }

  private void checkSize(SourcePair pair, MaskedPair unmasked) {
    for (int q = 0; q < target.inputs(); q++) {
      int problems = target.problems(q);
      int targets = target.targets(q).length;
      require(
          problems == targets,
          "%s: there are as many problems as targets, got %d and %d",
          name,
          problems,
          targets);
    }
    long size = 0;
    for (PlannedLayer layer : target.pair(unmasked)) {
      size += layer.parameters().values().stream().mapToLong(values -> values.length).sum();
    }
    long parameters = target.sourceParameters(pair.copies());
    require(
        size == parameters,
        "%s: an unmasked pair has as many parameters as the source, got %d and %d",
        name,
        size,
        parameters);
  }

  /** Read again, and after the caller wrote into a plan. */
  private void checkAgain(MaskedPair kept) {
    List<PlannedLayer> plan =
        target.pair(kept).stream()
            .map(p -> new PlannedLayer(p.configuration(), LayerTypeLaws.copy(p.parameters())))
            .toList();
    require(!plan.isEmpty(), "%s: a pair has layers, also if nothing is kept", name);
    target
        .pair(kept)
        .forEach(layer -> layer.parameters().values().forEach(v -> Arrays.fill(v, Double.NaN)));
    requireSame(plan, target.pair(kept), "asked again, the pair is the same");
    requireSame(plan, again.pair(kept), "read again, the pair is the same");
  }

  private void requireSame(List<PlannedLayer> one, List<PlannedLayer> other, String law) {
    require(one.size() == other.size(), "%s: %s", name, law);
    for (int i = 0; i < one.size(); i++) {
      Object configuration = one.get(i).configuration();
      if (configuration instanceof LayerSettings) {
        require(configuration.equals(other.get(i).configuration()), "%s: %s", name, law);
      } else {
        require(
            configuration != other.get(i).configuration(),
            "%s: no two networks share the configuration of a layer",
            name);
      }
      LayerTypeLaws.requireSame(
          one.get(i).parameters(), other.get(i).parameters(), name + ": " + law);
    }
  }

  /** Returns the parameters of the layers, which are the numbers that are kept, and 0. */
  private List<Map<String, double[]>> checkNumbers(MaskedPair kept, PairIndex index) {
    Set<Double> numbers = numbers(kept, index).keySet();
    Set<Double> missing = new HashSet<>(numbers);
    List<Map<String, double[]>> parameters =
        target.pair(kept).stream().map(PlannedLayer::parameters).toList();
    for (Map<String, double[]> layer : parameters) {
      layer.forEach(
          (parameter, values) -> {
            for (double value : values) {
              missing.remove(value);
              require(
                  value == 0 || numbers.contains(value),
                  "%s: parameters are numbers that are kept, or 0, got %s in %s",
                  name,
                  value,
                  parameter);
            }
          });
    }
    require(
        missing.isEmpty(),
        "%s: every number that is kept is a parameter, %d of %d are not",
        name,
        missing.size(),
        numbers.size());
    return parameters;
  }

  /** Returns the numbers that are kept, each with its place in the masks, or its places. */
  private Map<Double, Set<Integer>> numbers(MaskedPair kept, PairIndex index) {
    Map<Double, Set<Integer>> numbers = new HashMap<>();
    for (int q = 0; q < target.inputs(); q++) {
      int problems = target.problems(q);
      for (int t : kept.copies(q)) {
        add(numbers, kept.u(q, t), index.copy(q, t));
        for (int j = 0; j < problems; j++) {
          add(numbers, kept.v(q, j, t), index.copies() + index.coefficient(q, j, t));
        }
      }
    }
    return numbers;
  }

  private static void add(Map<Double, Set<Integer>> numbers, double number, int place) {
    if (number != 0) {
      numbers.computeIfAbsent(number, n -> new HashSet<>()).add(place);
    }
  }

  private void requireSamePlaces(
      List<Map<String, double[]>> one,
      Map<Double, Set<Integer>> numbers,
      List<Map<String, double[]>> other,
      Map<Double, Set<Integer>> others) {
    for (int i = 0; i < one.size(); i++) {
      Map<String, double[]> layer = other.get(i);
      one.get(i)
          .forEach(
              (parameter, values) -> {
                double[] moved = layer.getOrDefault(parameter, new double[0]);
                boolean same = values.length == moved.length;
                for (int k = 0; same && k < values.length; k++) {
                  same = meet(places(numbers, values[k]), places(others, moved[k]));
                }
                require(
                    same,
                    "%s: where a number stands in %s depends on the masks alone",
                    name,
                    parameter);
              });
    }
  }

  private static Set<Integer> places(Map<Double, Set<Integer>> numbers, double value) {
    return value == 0 ? Set.of(-1) : numbers.getOrDefault(value, Set.of());
  }

  private static boolean meet(Set<Integer> one, Set<Integer> other) {
    return !Collections.disjoint(one, other);
  }
}
