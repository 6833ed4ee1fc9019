package org.slth.dl4j.training;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slth.dl4j.layer.CoefficientRun;

/**
 * A parameter array under mask training: where it lies and how its weights are drawn.
 *
 * @param name layer and parameter, as in {@code network.paramTable()}
 * @param number which random numbers are its own: its place among the masked arrays of the network
 * @param offset index of its first element in the parameters of the network; 0 for every variable
 *     of a SameDiff graph, where each has an array of its own
 * @param runs runs of weights of one fan-in each, in order
 */
record MaskedParameter(String name, int number, long offset, List<CoefficientRun> runs) {

  private static final Pattern TEXT = Pattern.compile("(.+) #([0-9]{1,9}) at ([0-9]{1,18}): (.+)");
  private static final Pattern RUN = Pattern.compile("([0-9]{1,9}) of fan-in ([0-9]{1,9})");

  MaskedParameter {
    runs = List.copyOf(runs);
  }

  /** Returns the number of weights. */
  int size() {
    return runs.stream().mapToInt(CoefficientRun::length).sum();
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if the text is nothing of that kind
   */
  static MaskedParameter parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected a parameter such as \"0_W #0 at 0: 235200 of fan-in 784\", got \""
              + text
              + "\"");
    }
    List<CoefficientRun> runs = new ArrayList<>();
    for (String part : matcher.group(4).split(", ", -1)) {
      Matcher run = RUN.matcher(part);
      if (!run.matches()) {
        throw new IllegalArgumentException(
            "expected a run such as \"10 of fan-in 5\", got \"" + part + "\"");
      }
      runs.add(new CoefficientRun(Integer.parseInt(run.group(1)), Integer.parseInt(run.group(2))));
    }
    return new MaskedParameter(
        matcher.group(1),
        Integer.parseInt(matcher.group(2)),
        Long.parseLong(matcher.group(3)),
        runs);
  }

  @Override
  public String toString() {
    return name
        + " #"
        + number
        + " at "
        + offset
        + ": "
        + runs.stream()
            .map(run -> run.length() + " of fan-in " + run.fanIn())
            .collect(Collectors.joining(", "));
  }
}
