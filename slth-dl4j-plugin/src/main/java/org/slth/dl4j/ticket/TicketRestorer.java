package org.slth.dl4j.ticket;

import java.util.HashSet;
import java.util.Set;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.dl4j.training.MaskTraining;
import org.slth.ticket.MaskTicket;
import org.slth.ticket.MaskTicketArray;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.Ticket;
import org.slth.ticket.TicketLayer;
import org.slth.ticket.file.FixedParameter;
import org.slth.ticket.file.TicketFile;

/**
 * Makes the network of a ticket file, bit for bit the one that was found, whoever made the file.
 *
 * <p>No class is loaded that the configuration names, but those of DL4J's and SLTH's own
 * configurations and what {@link #allowing} adds; every parameter is warranted by a bit of a mask
 * or a number in the file before any is allocated. What the network then computes, and how much
 * memory its activations take, is up to who made the file.
 */
public final class TicketRestorer {

  /** A normalisation adds four numbers to a channel, which has at least one coefficient. */
  private static final long PARAMETERS_PER_BIT = 8;

  private final Set<String> allowed;
  private final SafeConfigurations reader;

  private TicketRestorer(Set<String> allowed) {
    this.allowed = allowed;
    this.reader = new SafeConfigurations(allowed);
  }

  /** Returns one that knows DL4J's and SLTH's layers alone. */
  public static TicketRestorer standard() {
    return new TicketRestorer(Set.of());
  }

  /**
   * Returns one that knows more classes.
   *
   * @param configuration a class that configurations may name, such as a third party's layer
   */
  public TicketRestorer allowing(Class<?> configuration) {
    Set<String> more = new HashSet<>(allowed);
    more.add(configuration.getName());
    return new TicketRestorer(more);
  }

  /**
   * Returns the network of a ticket.
   *
   * @return a {@code MultiLayerNetwork} or a {@code ComputationGraph}, as the file says
   * @throws IllegalArgumentException if the parts of the file do not fit together, or the
   *     configuration names a class that is not known
   */
  public Model network(TicketFile file) {
    try {
      Model frame = NetworkFrame.of(reader, file.kind(), file.configuration(), largest(file));
      NetworkFrame.assign(file.parameters(), frame);
      return restored(file.ticket(), frame);
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException e) { // DL4J has many names for what is wrong with a configuration
      throw new IllegalArgumentException("nothing can be made of this ticket: " + e, e);
    }
  }

  private static Model restored(Ticket ticket, Model frame) {
    if (ticket instanceof SubsetSumTicket sums) {
      return frame instanceof MultiLayerNetwork chain
          ? SubsetSumPruner.rebuild(sums, chain)
          : SubsetSumPruner.rebuild(sums, (ComputationGraph) frame);
    }
    MaskTraining.restore((MaskTicket) ticket, frame);
    return frame;
  }

  /** Returns how many parameters the file warrants. */
  private static long largest(TicketFile file) {
    long fixed = file.parameters().stream().mapToLong(FixedParameter::size).sum();
    return fixed
        + (file.ticket() instanceof SubsetSumTicket sums
            ? PARAMETERS_PER_BIT
                * sums.layers().stream()
                    .map(TicketLayer::coefficients)
                    .mapToLong(mask -> mask.size())
                    .sum()
            : ((MaskTicket) file.ticket())
                .arrays().stream().map(MaskTicketArray::mask).mapToLong(mask -> mask.size()).sum());
  }
}
