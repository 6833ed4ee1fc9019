package org.slth.examples.peers;

import java.util.List;
import java.util.Map;

/**
 * One thing that is measured, such as a training step of one network, and who takes part.
 *
 * @param name its key in JSON
 * @param unit what a unit of work is, for tables
 * @param entries the first is the one that the others are compared with
 */
record Event(String name, String unit, List<Entry> entries) {

  /**
   * A process that takes part.
   *
   * @param label what tables add to what it says of itself; may be empty
   * @param command program and arguments
   * @param environment added to that of the contest
   */
  record Entry(String label, List<String> command, Map<String, String> environment) {

    Entry(String label, List<String> command) {
      this(label, command, Map.of());
    }

    /** Returns the same with a variable of its environment, which is its label. */
    Entry with(String variable, String value) {
      return new Entry(variable + "=" + value, command, Map.of(variable, value));
    }
  }
}
