package org.slth.dl4j.ticket;

/** A class on the class path that a file must not load; it leaves a trace when it is. */
public final class Evil {

  /** Set when the class is loaded. */
  static final String TRACE = "org.slth.dl4j.ticket.Evil loaded";

  static {
    System.setProperty(String.join(" ", "org.slth.dl4j.ticket.Evil", "loaded"), "yes");
  }

  private Evil() {}
}
