package org.nd4j.nativeblas;

/**
 * What DL4J 1.0.0-M2.1 looks for before it lets its convolutions use oneDNN; the class moved away
 * under it. It is asked for only where {@code org.eclipse.deeplearning4j.helpers.disable} is false.
 */
public final class Nd4jCpu {

  private Nd4jCpu() {}

  /** Stands in for the environment of native code. */
  public static final class Environment {

    private Environment() {}

    /** Returns the environment. */
    public static Environment getInstance() {
      return new Environment();
    }

    /** Returns whether oneDNN is to be used. */
    @SuppressWarnings("MemberName") // DL4J calls it so
    public boolean isUseMKLDNN() {
      return true;
    }
  }
}
