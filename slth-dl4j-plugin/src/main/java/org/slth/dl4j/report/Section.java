package org.slth.dl4j.report;

import java.util.List;
import java.util.Optional;

/**
 * A part of a report.
 *
 * @param id of lower-case letters and hyphens, the name of its image file
 * @param title its heading
 * @param caption a sentence on what it shows
 * @param table rows of texts, of which the first is the head; perhaps none
 * @param drawing its chart, if it has one
 */
record Section(
    String id, String title, String caption, List<List<String>> table, Optional<Drawing> drawing) {

  Section {
    table = table.stream().map(List::copyOf).toList();
  }

  /** Returns one that is a chart. */
  static Section chart(String id, String title, String caption, Drawing drawing) {
    return new Section(id, title, caption, List.of(), Optional.of(drawing));
  }

  /** Returns one that is a table. */
  static Section table(String id, String title, String caption, List<List<String>> table) {
    return new Section(id, title, caption, table, Optional.empty());
  }
}
