/**
 * One small command per idea, each also run by a test on tiny data, and the command line that finds
 * them.
 *
 * <p>Start from {@link org.slth.examples.Slth}.
 *
 * <p><b>Conventions.</b> A command takes {@link org.slth.examples.CommonOptions} and gives its
 * result as {@link org.slth.examples.Figures}: a table, and with {@code --json} one JSON object as
 * the last line. Only results go to standard output; progress, logs and what libraries print go to
 * standard error. Exit codes: 0, 2 for a mistake of the user (one line says which), 1 for anything
 * else.
 *
 * <p><b>Decisions.</b> The digits in the resources are MNIST's own pixels, so that the first run
 * needs no download; they sit here and not in the plugin, whose users need not carry them.
 * Dependencies: picocli (options), progressbar (terminals), jackson-databind (JSON), slf4j-simple
 * (DL4J's warnings).
 */
@org.jspecify.annotations.NullMarked
package org.slth.examples;
