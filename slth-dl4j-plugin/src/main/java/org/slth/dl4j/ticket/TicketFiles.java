package org.slth.dl4j.ticket;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.network.PlannedVertex;
import org.slth.dl4j.internal.network.Stage;
import org.slth.dl4j.internal.network.TargetNetwork;
import org.slth.dl4j.training.MaskTraining;
import org.slth.ticket.MaskTicket;
import org.slth.ticket.MaskTicketArray;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.file.TicketFile;

/** Makes ticket files of what {@code SubsetSumPruner} and {@code MaskTraining} give. */
public final class TicketFiles {

  private TicketFiles() {}

  /**
   * Returns the file of a ticket that was found by subset sums.
   *
   * @param ticket what {@code SubsetSumPruner.prune(target)} found
   * @param target the trained network; its configuration is stored, and of its parameters only
   *     those of layers that are copied
   * @param settings anything else to remember, such as the options of the search, after the
   *     versions of {@link Provenance#here()}
   * @throws IllegalArgumentException if the target is not one that can be pruned
   */
  public static TicketFile of(SubsetSumTicket ticket, Model target, Map<String, String> settings) {
    Map<String, INDArray> copied = new LinkedHashMap<>(NetworkFrame.parameters(target));
    copied.keySet().retainAll(copiedNames(target));
    return new TicketFile(
        NetworkFrame.kind(target),
        NetworkFrame.configuration(target),
        ticket,
        NetworkFrame.fixed(copied),
        provenance(settings));
  }

  private static Set<String> copiedNames(Model target) {
    TargetNetwork<?> plan =
        target instanceof MultiLayerNetwork chain
            ? TargetNetwork.of(chain, false)
            : TargetNetwork.of((ComputationGraph) target, false);
    Set<String> names = new HashSet<>();
    for (Stage stage : plan.stages()) {
      if (stage instanceof Stage.Copied copied) {
        PlannedVertex vertex = copied.vertex();
        vertex.parameters().keySet().forEach(name -> names.add(vertex.name() + "_" + name));
      }
    }
    return names;
  }

  /**
   * Returns the file of a network with trained masks.
   *
   * @param network in which mask training has started; stored are its configuration, the masks, and
   *     all parameters that are not masked, such as biases. The scores are not
   * @param settings anything else to remember, after the versions of {@link Provenance#here()}
   * @throws IllegalStateException if there is no ticket in it, see {@link MaskTraining#ticket}
   */
  public static TicketFile of(Model network, Map<String, String> settings) {
    MaskTicket ticket = MaskTraining.ticket(network);
    Map<String, INDArray> rest = new LinkedHashMap<>(NetworkFrame.parameters(network));
    for (MaskTicketArray array : ticket.arrays()) {
      rest.remove(array.name());
    }
    return new TicketFile(
        NetworkFrame.kind(network),
        NetworkFrame.configuration(network),
        ticket,
        NetworkFrame.fixed(rest),
        provenance(settings));
  }

  private static Map<String, String> provenance(Map<String, String> settings) {
    Map<String, String> provenance = new LinkedHashMap<>(Provenance.here());
    provenance.putAll(settings);
    return provenance;
  }
}
