package org.slth.examples.doctor;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.examples.Slth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists versions, plugins and the backend, and says in words what is wrong: what to run first. */
@Command(
    name = "doctor",
    description =
        "List versions, plugins and the backend, and say what is wrong (then exit code 1).")
public final class Doctor implements Callable<Integer> {

  /** The others follow these; JSON has them all. */
  private static final Pattern SHOWN =
      Pattern.compile("org\\.slth:.*|.*:(deeplearning4j-nn|nd4j-api|nd4j-native|openblas|javacpp)");

  @Mixin private CommonOptions common = new CommonOptions();

  /** Creates the command; picocli fills in the options. */
  public Doctor() {}

  @Override
  public Integer call() {
    Diagnosis diagnosis = Diagnosis.here();
    List<String> complaints = diagnosis.complaints();
    Figures figures = new Figures().add("slth", Slth.version(), "SLTH", "%s");
    diagnosis.machine().addTo(figures);
    addBackend(figures, diagnosis.backend(), diagnosis.classPath());
    figures.add("artifacts", diagnosis.artifacts());
    diagnosis.artifacts().stream()
        .filter(jar -> SHOWN.matcher(jar.name()).matches())
        .forEach(jar -> figures.addLine(jar.name(), jar.version() + ", " + jar.location()));
    figures.add("plugins", diagnosis.search().plugins());
    diagnosis.search().plugins().forEach(plugin -> addLine(figures, plugin));
    figures.add("absent", diagnosis.search().absent());
    diagnosis.search().absent().forEach(text -> figures.addLine("left out", text));
    figures.add("complaints", complaints);
    figures.addLine(
        "wrong", complaints.isEmpty() ? "nothing" : Integer.toString(complaints.size()));
    for (int i = 0; i < complaints.size(); i++) {
      figures.addLine("  " + (i + 1), complaints.get(i));
    }
    common.print(figures);
    return complaints.isEmpty() ? 0 : 1;
  }

  private static void addBackend(Figures figures, Backend backend, ClassPath classPath) {
    figures
        .add("backend", backend.name(), "ND4J backend", "%s")
        .add("native", classPath.nativeBuilds());
    if (backend.isThere()) {
      figures
          .add("build", backend.build(), "  its build", "%s")
          .add("onednn", backend.hasOneDnn(), "  oneDNN", "%s")
          .add("blas", backend.blas(), "  BLAS", "%s")
          .add("threads", backend.threads(), "  threads", "%d");
      if (backend.isCpu() && backend.hasOneDnn()) {
        figures.add("product_speed", ProductSpeed.measure(), "  matrix products", "%s");
      }
    }
  }

  private static void addLine(Figures figures, Plugin plugin) {
    figures.addLine(
        plugin.kind() + " " + plugin.id(),
        "priority %d, %s, %s".formatted(plugin.priority(), plugin.version(), plugin.location()));
  }
}
