package org.slth.bounds;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.slth.pruning.SourceLaw;
import org.slth.pruning.SourcePair;
import org.slth.pruning.TargetLayer;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.TicketLayer;

/**
 * How wide a random pair of layers must be by theory, and how wide that of a ticket was.
 *
 * <p>For a layer of <i>n</i><sub>i</sub> inputs and <i>P</i> = <i>n</i><sub>i</sub>
 * <i>n</i><sub>i+1</sub> |<i>B</i>| coefficients in [-1, 1], as one of <i>l</i> layers whose
 * network may err by ε with probability δ,
 *
 * <pre>
 * Theorem 1:  copies of an input   m = C log( n_i n_{i+1} max(|B|, |||B|||) l / min(ε, δ) )  suffice
 * Theorem 2:  P log2(1 / (2ε)) - 1  parameters are needed, whatever is pruned and however
 * packing:    log2(1 / η)  candidates are needed where every coefficient may err by η
 * </pre>
 *
 * of D. Ferbach et al., ICLR 2023; the packing bound is Theorem 2's argument for one coefficient.
 * The constant <i>C</i> does not depend on the layer.
 *
 * @param layer its name
 * @param coefficients <i>P</i>
 * @param theoremOneCopies <i>m</i> for the constant that was given
 * @param theoremOneParameters parameters of the pair (U, V) with as many copies
 * @param theoremTwoParameters the lower bound, 0 where it is negative
 * @param packingCandidates the lower bound on the candidates of a problem, in units of the largest
 *     coefficient
 * @param copies mean number of copies of an input in the ticket's random pair
 * @param candidates mean number of candidates of a problem
 * @param sourceParameters of the ticket's random pair
 * @param constant the <i>C</i> at which Theorem 1 asks for just as many copies
 */
public record Overparametrisation(
    String layer,
    long coefficients,
    double theoremOneCopies,
    long theoremOneParameters,
    double theoremTwoParameters,
    double packingCandidates,
    double copies,
    double candidates,
    long sourceParameters,
    double constant) {

  /**
   * What is asked for.
   *
   * @param epsilon error of the network's output, in (0, 1)
   * @param delta probability of failure, in (0, 1)
   * @param layers how many layers the target has
   * @param constant the <i>C</i> of Theorem 1, which its statement leaves open
   */
  public record Demand(double epsilon, double delta, int layers, double constant) {

    /** Checks the numbers. */
    public Demand {
      if (!(epsilon > 0 && epsilon < 1 && delta > 0 && delta < 1)) {
        throw new IllegalArgumentException(
            "epsilon and delta lie between 0 and 1, got %s and %s".formatted(epsilon, delta));
      }
      if (layers < 1 || !(constant > 0)) {
        throw new IllegalArgumentException(
            "expected at least 1 layer and a positive constant, got %d and %s"
                .formatted(layers, constant));
      }
    }

    /** Returns log(P l / min(ε, δ)), for the bases whose norm is at most their size. */
    double logarithm(long coefficients) {
      return Math.log((double) coefficients * layers / Math.min(epsilon, delta));
    }
  }

  /**
   * Compares a layer of a ticket with the theorems. Of <i>B</i> it is taken that each element has a
   * norm of at most 1, as shifts, permutations and their restrictions have: then |||<i>B</i>||| ≤
   * |<i>B</i>|.
   *
   * @param layer what the pair stands for
   * @param draw the layer's stream
   * @param ticket what was found for it
   */
  public static Overparametrisation of(
      TargetLayer layer, SourceDraw draw, TicketLayer ticket, Demand demand) {
    SourcePair pair = new SourcePair(draw, layer, SourceLaw.of(ticket), ticket.signedInput());
    int inputs = layer.inputs();
    long coefficients = IntStream.range(0, inputs).mapToLong(layer::problems).sum();
    double logarithm = demand.logarithm(coefficients);
    double asked = demand.constant() * logarithm;
    int[] wide = new int[inputs];
    Arrays.fill(wide, (int) Math.ceil(asked));
    double copies = Arrays.stream(pair.copies()).average().orElse(0);
    return new Overparametrisation(
        ticket.name(),
        coefficients,
        asked,
        layer.sourceParameters(wide),
        Math.max(0, coefficients * log2(1 / (2 * demand.epsilon())) - 1),
        Math.max(0, log2(largest(layer) / ticket.tolerance())),
        copies,
        ticket.candidates().stream().mapToInt(Integer::intValue).average().orElse(0),
        layer.sourceParameters(pair.copies()),
        copies / logarithm);
  }

  private static double largest(TargetLayer layer) {
    return IntStream.range(0, layer.inputs())
        .mapToDouble(q -> Arrays.stream(layer.targets(q)).map(Math::abs).max().orElse(0))
        .max()
        .orElse(0);
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  /** Returns the three side by side, on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %,d coefficients; Theorem 1 %.1f copies of an input (%,d parameters); used %.1f, of"
            + " them %.1f candidates (%,d parameters, C = %.2f); at least %.1f candidates,"
            + " Theorem 2 %,.0f parameters",
        layer,
        coefficients,
        theoremOneCopies,
        theoremOneParameters,
        copies,
        candidates,
        sourceParameters,
        constant,
        packingCandidates,
        theoremTwoParameters);
  }
}
