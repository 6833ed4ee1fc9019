package org.slth.examples.peers;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What can be measured beside other systems. */
enum Suite {
  /** Steerable convolutions. */
  STEERABLE(ImageContestant::events),
  /** Training epochs of graph networks. */
  GRAPHS(GraphContestant::events),
  /** Subset sums of smallest error. */
  SUBSET_SUM(SumContestant::events);

  private final Function<Setting, List<Event>> events;

  Suite(Function<Setting, List<Event>> events) {
    this.events = events;
  }

  List<Event> events(Setting setting) {
    return events.apply(setting);
  }

  /** Returns its name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
