package org.slth.examples.bench;

import org.slth.examples.bench.sums.SubsetSums;
import picocli.CommandLine.Command;

/** The benchmarks that need nothing but this jar. */
@Command(
    name = "bench",
    description = {
      "Measures how fast this is: ratios of ways to do the same work, run in turn.",
      "Set OMP_NUM_THREADS to the number of threads of native code."
    },
    synopsisSubcommandLabel = "NAME",
    subcommands = {Growth.class, MaskStep.class, Rebuild.class, StartUp.class, SubsetSums.class})
public final class Bench {}
