package org.slth.dl4j.pruning;

import java.nio.file.Path;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.slth.dl4j.internal.construction.Construction;
import org.slth.dl4j.internal.network.TargetNetwork;
import org.slth.pruning.LayerType;
import org.slth.search.CandidateChoice;
import org.slth.search.SearchSettings;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.SubsetSumSolver;
import org.slth.ticket.SubsetSumTicket;

/**
 * Prunes a random network of the same symmetry until it is a trained one.
 *
 * <p>Every layer <i>f</i> = Σ λ[p,q,k] κ(p,q) ⊗ <i>b</i><sub>k</sub> of the target becomes a random
 * pair (U, V) with a ReLU between. A data-free mask leaves of U the hidden copies σ(<i>u</i><sub>t
 * </sub> <i>x</i><sub>q</sub>), and for each λ a subset of candidates is kept in V:
 *
 * <pre>
 * sum over kept t of v[p,t,k] u_t  =  λ[p,q,k],   once over u_t &gt; 0 and once over u_t &lt; 0
 * </pre>
 *
 * so that Σ v σ(ux) = λσ(x) - λσ(-x) = λx. Where the input is known to be non-negative the second
 * sum is not needed. Biases are the coefficients of a constant input. Pruning takes coefficients of
 * an equivariant basis, so the pruned network has the symmetry of the target, whatever the mask.
 *
 * <p>Source: D. Ferbach, C. Tsirigotis, G. Gidel, A. J. Bose, "A General Framework For Proving The
 * Equivariant Strong Lottery Ticket Hypothesis", ICLR 2023, Theorem 1; for plain layers A. Pensia
 * et al., NeurIPS 2020.
 *
 * <p>Layers that can be pruned are those of the {@link LayerType}s on the class path. Layers
 * without parameters are copied. A network with another layer is refused before any work starts.
 * Cost: one subset sum of {@code candidates} items per coefficient (two for signed inputs), in
 * parallel; memory is of the order of the pruned network.
 */
public final class SubsetSumPruner {

  /** The widest of claims about inputs, for a ticket that knows which are signed. */
  private static final boolean SIGNS_ARE_IN_THE_TICKET = true;

  private final PruningOptions options;

  private SubsetSumPruner(PruningOptions options) {
    this.options = options;
  }

  /**
   * Returns a ticket for the target, and the pruned network it is. The target is left as it is.
   *
   * @throws IllegalArgumentException if a layer cannot be pruned (all such layers are named) or
   *     holds a parameter that is not finite
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   */
  public PrunedNetwork<MultiLayerNetwork> prune(MultiLayerNetwork target) {
    return OutputSearch.prune(
        options, target, () -> TargetNetwork.of(target, options.nonNegativeInput()));
  }

  /**
   * Does the same as {@link #prune(MultiLayerNetwork)} for a graph. A vertex that is replaced keeps
   * its name, or that of the normalisation folded in; those added in front are called after it, as
   * in {@code name-hidden}.
   */
  public PrunedNetwork<ComputationGraph> prune(ComputationGraph target) {
    return OutputSearch.prune(
        options, target, () -> TargetNetwork.of(target, options.nonNegativeInput()));
  }

  /**
   * Returns the pruned network of a ticket, bit for bit as it was found.
   *
   * @param ticket what {@link #prune(MultiLayerNetwork)} found
   * @param architecture a network of the target's architecture; of its parameters only those of
   *     copied layers are read
   * @throws IllegalArgumentException if the ticket is not one of this architecture
   */
  public static MultiLayerNetwork rebuild(SubsetSumTicket ticket, MultiLayerNetwork architecture) {
    TargetNetwork<MultiLayerNetwork> target =
        TargetNetwork.of(architecture, SIGNS_ARE_IN_THE_TICKET);
    return Construction.planned(target, ticket).masked(ticket);
  }

  /** Does the same as {@link #rebuild(SubsetSumTicket, MultiLayerNetwork)} for a graph. */
  public static ComputationGraph rebuild(SubsetSumTicket ticket, ComputationGraph architecture) {
    TargetNetwork<ComputationGraph> target =
        TargetNetwork.of(architecture, SIGNS_ARE_IN_THE_TICKET);
    return Construction.planned(target, ticket).masked(ticket);
  }

  /** Options of a pruner. */
  public static final class Builder {

    private final long seed;
    private double tolerance = 0.01;
    private @Nullable OutputTolerance output;
    private String construction = SubsetSumTicket.TWO_LAYERS;
    private CandidateLaw law = CandidateLaw.PRODUCT;
    private int candidates = 20;
    private int attempts = 64;
    private boolean adaptive;
    private boolean nonNegativeInput;
    private String solver = "slth:exact";
    private int threads = Runtime.getRuntime().availableProcessors();
    private @Nullable Path checkpoints;
    private PruningListener listener = PruningListener.SILENT;

    /** Starts with the defaults; the seed is that of the random network. */
    public Builder(long seed) {
      this.seed = seed;
    }

    /** Sets how far a coefficient may be off before its candidates are drawn anew; default 0.01. */
    public Builder tolerance(double tolerance) {
      if (!(tolerance > 0) || Double.isInfinite(tolerance)) {
        throw new IllegalArgumentException(
            "tolerance must be positive and finite, got " + tolerance);
      }
      this.tolerance = tolerance;
      return this;
    }

    /**
     * Sets how far the output may be off; default any distance. The tolerances of the layers follow
     * from it, none larger than that of a coefficient, and the number of candidates grows as they
     * shrink: it takes several searches.
     */
    public Builder outputTolerance(OutputTolerance output) {
      this.output = output;
      return this;
    }

    /**
     * Sets which random network is pruned; default {@link SubsetSumTicket#TWO_LAYERS}. For chains
     * of dense and 2D convolution layers there is {@link SubsetSumTicket#DEPTH_PLUS_ONE}, and to
     * compare with {@link SubsetSumTicket#ONE_CANDIDATE}, which takes no solver.
     */
    public Builder construction(String id) {
      this.construction = id;
      return this;
    }

    /** Sets the law of the candidates; default {@link CandidateLaw#PRODUCT}. */
    public Builder law(CandidateLaw law) {
      this.law = law;
      return this;
    }

    /**
     * Sets how many candidates each subset is taken from, at least 1; default 20, which leaves a
     * median error of about 2<sup>-20</sup> of the layer's largest coefficient.
     */
    public Builder candidates(int candidates) {
      this.candidates = candidates;
      return this;
    }

    /**
     * Sets how often the candidates of a problem may be drawn before its best subset is taken, at
     * least 1; default 64. Of 12 product candidates one problem in eleven misses 0.01 (measured),
     * so the last of ten million is reached after about seven draws.
     */
    public Builder attempts(int attempts) {
      this.attempts = attempts;
      return this;
    }

    /**
     * Says whether each input gets the fewest candidates with which all its problems are within the
     * tolerance, up to the number set; default false. Only an input that fails grows.
     */
    public Builder adaptive(boolean adaptive) {
      this.adaptive = adaptive;
      return this;
    }

    /**
     * Says whether no input of the network is ever negative (images in [0, 1]); default false. What
     * describes the structure of graphs, such as edges, does not count.
     */
    public Builder nonNegativeInput(boolean nonNegativeInput) {
      this.nonNegativeInput = nonNegativeInput;
      return this;
    }

    /**
     * Sets the solver by name; default {@code slth:exact}, the best subset. With {@code
     * slth:fewest} the ticket keeps the fewest parameters.
     */
    public Builder solver(String name) {
      this.solver = name;
      return this;
    }

    /** Sets how many threads solve; default all processors. The ticket does not depend on it. */
    public Builder threads(int threads) {
      if (threads < 1) {
        throw new IllegalArgumentException("threads must be at least 1, got " + threads);
      }
      this.threads = threads;
      return this;
    }

    /**
     * Sets where each layer is kept once it is finished, so that the same search, begun again after
     * whatever ended it, takes it from there; default nowhere. A layer is taken only if the
     * target's coefficients and all options are the same; {@link PruningListener} hears of it, and
     * of files that are of no use.
     *
     * @param directory made if there is none
     */
    public Builder checkpoints(Path directory) {
      this.checkpoints = directory;
      return this;
    }

    /** Sets who hears of the progress; default nobody. */
    public Builder listener(PruningListener listener) {
      this.listener = listener;
      return this;
    }

    /**
     * Returns the pruner.
     *
     * @throws IllegalArgumentException if there is no such solver or construction, options do not
     *     go together, or a number is less than 1
     */
    public SubsetSumPruner build() {
      Construction known = Construction.named(construction);
      CandidateChoice choice = known.choice(SubsetSumSolver.named(solver));
      return new SubsetSumPruner(
          new PruningOptions(
              seed,
              tolerance,
              Optional.ofNullable(output),
              known,
              new SearchSettings(choice, law, candidates, attempts, adaptive),
              nonNegativeInput,
              threads,
              Optional.ofNullable(checkpoints),
              listener));
    }
  }
}
