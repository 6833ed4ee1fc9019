/** One small main per idea, and the command line that runs them. */
@org.jspecify.annotations.NullMarked
package org.slth.examples;
