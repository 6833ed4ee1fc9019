package org.slth.examples;

import java.io.Console;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far a long piece of work is, on standard error: a bar on a terminal, else one line per {@link
 * #note}. May be used by many threads at once.
 */
public final class Progress implements AutoCloseable {

  private final String task;
  private final @Nullable ProgressBar bar;
  private final long start = System.nanoTime();

  /**
   * Shows that a piece of work begins.
   *
   * @param steps how many steps it has
   */
  public Progress(String task, long steps) {
    this.task = task;
    bar =
        !onTerminal()
            ? null
            : new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .build();
  }

  @SuppressWarnings("SystemConsoleNull") // right up to JDK 21; newer ones have the method
  private static boolean onTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  public void step(long steps) {
    if (bar != null) {
      bar.stepBy(steps);
    }
  }

  /** Says something short about the state of the work. */
  public void note(String text) {
    if (bar != null) {
      bar.setExtraMessage(" " + text);
    } else {
      System.err.println(String.format(Locale.ROOT, "%s: %s (%.1f s)", task, text, seconds()));
    }
  }

  /** Returns the seconds since the work began. */
  public double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
