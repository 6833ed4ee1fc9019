package org.slth.examples.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slth.examples.doctor.ClassPath.Artifact;

/**
 * What is wrong, given what was found.
 *
 * @param machine where it runs
 * @param classPath the jars
 * @param backend what ND4J computes with
 * @param search the plugins
 */
record Diagnosis(Machine machine, ClassPath classPath, Backend backend, Plugin.Search search) {

  private static final long LEAST_HEAP = 1L << 30; // training the smallest example takes half
  private static final List<String> OURS =
      List.of("org.slth:", "org.deeplearning4j:", "org.nd4j:", "org.bytedeco:");

  static Diagnosis here() {
    return new Diagnosis(
        Machine.here(),
        ClassPath.of(System.getProperty("java.class.path")),
        Backend.load(),
        Plugin.Search.here());
  }

  /** Returns what is wrong, in words, and what would mend it; empty if all is well. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    addBackend(complaints);
    addPlugins(complaints);
    addVersions(complaints);
    addMachine(complaints);
    return complaints;
  }

  private void addBackend(List<String> complaints) {
    if (!backend.isThere()) {
      complaints.add(
          "ND4J has no backend: add nd4j-native, and of it and of openblas and javacpp the jar with"
              + " the classifier of this platform ("
              + backend.failure()
              + ")");
    } else if (backend.isCpu() && !backend.hasOneDnn() && machine.hasOneDnn()) {
      complaints.add(
          "this build of nd4j-native lacks oneDNN, so convolutions take ten times longer: use the"
              + " classifier that ends in -onednn");
    }
    if (classPath.nativeBuilds().size() > 1) {
      complaints.add(
          "ND4J's native library is there in several builds, and which one is loaded is chance:"
              + " keep one of "
              + String.join(", ", classPath.nativeBuilds()));
    }
  }

  private void addPlugins(List<String> complaints) {
    if (search.plugins().stream().noneMatch(plugin -> plugin.id().equals("slth:groups"))) {
      complaints.add("the built-in groups are missing: add slth-groups");
    } else {
      Stream.of(Plugin.Kind.values())
          .map(Plugin.Kind::text)
          .filter(kind -> search.plugins().stream().noneMatch(p -> p.kind().equals(kind)))
          .forEach(
              kind ->
                  complaints.add(
                      "no %s is found; if jars were merged, the files of META-INF/services were not"
                          .formatted(kind)));
    }
    search.failures().forEach(failure -> complaints.add("could not load " + failure));
  }

  private void addVersions(List<String> complaints) {
    Map<String, Map<String, String>> versions = new TreeMap<>(); // name -> version -> location
    for (Artifact artifact : artifacts()) {
      versions
          .computeIfAbsent(artifact.name(), name -> new TreeMap<>())
          .putIfAbsent(artifact.version(), artifact.location());
    }
    versions.forEach(
        (name, found) -> {
          if (found.size() > 1) {
            complaints.add(
                found.entrySet().stream()
                    .map(version -> version.getKey() + " in " + version.getValue())
                    .collect(
                        Collectors.joining(", ", name + " is there in versions ", "; keep one")));
          }
        });
    classPath.unreadable().forEach(jar -> complaints.add("cannot read " + jar));
  }

  private void addMachine(List<String> complaints) {
    if (machine.threads() > machine.cores()) {
      complaints.add(
          "OMP_NUM_THREADS is %d, and there are %d cores: threads that wait for each other are many"
                  .formatted(machine.threads(), machine.cores())
              + " times slower");
    }
    if (machine.heap() < LEAST_HEAP) {
      complaints.add(
          "the heap may take %d MB: start Java with -Xmx2g or more"
              .formatted(machine.heap() >> 20));
    }
  }

  /** Returns the jars whose versions matter here. */
  List<Artifact> artifacts() {
    return classPath.artifacts().stream()
        .filter(artifact -> OURS.stream().anyMatch(artifact.name()::startsWith))
        .toList();
  }
}
