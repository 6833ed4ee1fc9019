package org.slth.examples;

import org.slth.examples.stock.LeNet;
import org.slth.examples.stock.Residual;
import picocli.CommandLine.Command;

/** The experiments on networks of DL4J's own layers. */
@Command(
    name = "experiments",
    description = "Experiments with networks of DL4J's own layers and their tickets.",
    synopsisSubcommandLabel = "EXPERIMENT",
    subcommands = {LeNet.class, Residual.class})
final class Experiments {}
