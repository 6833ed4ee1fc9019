package org.slth.dl4j.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.autodiff.samediff.SameDiff;
import org.slth.dl4j.internal.folding.Folding;
import org.slth.dl4j.internal.network.NetworkAssembly;
import org.slth.dl4j.internal.network.PlannedVertex;
import org.slth.dl4j.internal.network.TargetGraph;
import org.slth.dl4j.internal.samediff.SameDiffNetwork;

/**
 * Makes plain networks of DL4J, which load and run without SLTH, of tickets and of networks with
 * SLTH's layers: what comes out computes the same function, up to rounding.
 *
 * <pre>{@code
 * MultiLayerNetwork plain = TicketExporter.of(network).chain();
 * ModelSerializer.writeModel(plain, file, false);
 * }</pre>
 *
 * <p>Kernels are expanded, so that a mask or a group is no longer to be seen: the result is for
 * inference. It can be trained on, and then forgets both, since nothing ties the entries of a
 * kernel to each other any more. Updaters and listeners stay behind.
 *
 * <p>The network is read when the exporter is made; training it on changes nothing here.
 */
public final class TicketExporter {

  private final TargetGraph network;
  private final Optional<Options> folding;

  private record Options(boolean nonNegativeInput, double tolerance) {}

  private TicketExporter(TargetGraph network, Optional<Options> folding) {
    this.network = network;
    this.folding = folding;
  }

  /** Reads a chain of layers. */
  public static TicketExporter of(MultiLayerNetwork network) {
    return new TicketExporter(TargetGraph.of(network), Optional.empty());
  }

  /** Reads a graph of layers. */
  public static TicketExporter of(ComputationGraph network) {
    return new TicketExporter(TargetGraph.of(network), Optional.empty());
  }

  /**
   * Returns an exporter of the same network that makes one layer of every two that hold subset
   * sums, of the effective weights: a ticket becomes as large as its target.
   *
   * <p>A pair with the candidates u and v computes, by the sums W⁺ of v u over u &gt; 0 and W⁻ over
   * u &lt; 0, W⁺ max(x, 0) - W⁻ max(-x, 0). Where x is never negative this is W⁺ x, and folding is
   * exact. Elsewhere it is W x + D |x| with W = (W⁺ + W⁻) / 2 and D = (W⁺ - W⁻) / 2, of which W x
   * is kept; in a ticket both sums are within its tolerance of the target's weights, and so is
   * every entry of D. A pair whose D has a larger entry than that is left as it is.
   *
   * @param nonNegativeInput whether the network's inputs are never negative
   * @param tolerance of the entries of D and of biases; 0 for exact folding alone
   * @throws IllegalArgumentException if the tolerance is negative
   */
  public TicketExporter folded(boolean nonNegativeInput, double tolerance) {
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException("expected a tolerance of at least 0, got " + tolerance);
    }
    return new TicketExporter(network, Optional.of(new Options(nonNegativeInput, tolerance)));
  }

  /** Returns what becomes of the pairs that are folded; none without {@link #folded}. */
  public List<FoldedLayer> foldedLayers() {
    return planned(true).folded().stream()
        .map(f -> new FoldedLayer(f.layer(), f.gap(), f.bound(), f.biasError()))
        .toList();
  }

  private Folding.Result planned(boolean graphs) {
    List<PlannedVertex> vertices = StockPlan.of(network, graphs);
    return folding
        .map(o -> Folding.of(network, vertices, o.nonNegativeInput(), o.tolerance()))
        .orElse(new Folding.Result(vertices, List.of()));
  }

  /**
   * Returns a chain of stock layers.
   *
   * @throws IllegalArgumentException if a layer has no form of stock layers, or needs branches,
   *     which {@link #graph} has; the message names all of them
   */
  public MultiLayerNetwork chain() {
    List<PlannedVertex> vertices = planned(false).vertices();
    List<String> branched = branched(vertices);
    if (!branched.isEmpty()) {
      throw new IllegalArgumentException(
          "a MultiLayerNetwork has no branches, which %s need%s; export it as a ComputationGraph"
              .formatted(String.join(", ", branched), branched.size() == 1 ? "s" : ""));
    }
    return NetworkAssembly.chain(network, vertices);
  }

  /** Returns whether the stock layers form a chain, so that {@link #chain} takes the network. */
  public boolean isChain() {
    return branched(planned(false).vertices()).isEmpty();
  }

  /**
   * Returns a graph of stock layers, whose inputs and outputs are called as the network's; those of
   * a MultiLayerNetwork are {@code input} and the number of its last layer.
   *
   * @throws IllegalArgumentException if a layer has no form of stock layers; the message names all
   *     of them
   */
  public ComputationGraph graph() {
    return NetworkAssembly.graph(network, planned(false).vertices());
  }

  /**
   * Returns a SameDiff graph, the form for layers on graphs, which DL4J has none for: it runs with
   * ND4J alone. Its placeholders are called as the network's inputs, its outputs as the network's,
   * and the parameters of a layer {@code <layer>_<parameter>}.
   *
   * <pre>{@code
   * SameDiff plain = TicketExporter.of(network).sameDiff();
   * plain.save(file, false);
   * INDArray y = SameDiff.load(file, false).output(Map.of("nodes", x, "edges", e), "out").get("out");
   * }</pre>
   *
   * <p>Layers on graphs become products with matrices over all rows of a mini-batch, whose memory
   * grows with the square of their number: give large graphs one by one.
   *
   * @throws IllegalArgumentException if a layer has no form in SameDiff; the message names all of
   *     them
   */
  public SameDiff sameDiff() {
    return SameDiffNetwork.of(network, planned(true).vertices());
  }

  /** Returns the vertices that are fed by something else than the one before them alone. */
  private List<String> branched(List<PlannedVertex> vertices) {
    List<String> branched = new ArrayList<>();
    String before = network.inputs().get(0);
    for (PlannedVertex vertex : vertices) {
      boolean chained = vertex.inputs().equals(List.of(before));
      if (!chained || !(vertex.configuration() instanceof Layer)) {
        branched.add("layer " + vertex.name());
      }
      before = vertex.name();
    }
    return branched;
  }
}
