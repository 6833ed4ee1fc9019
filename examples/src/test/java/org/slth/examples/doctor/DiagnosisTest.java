package org.slth.examples.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slth.examples.doctor.ClassPath.Artifact;

class DiagnosisTest {

  private static final Machine MACHINE = new Machine("17", "Linux 6, amd64", "any", 4, 4L << 30, 4);
  private static final Backend BACKEND =
      new Backend("CpuBackend", "GCC, HAVE_ONEDNN", "OPENBLAS", 4, "");
  private static final ClassPath NO_JARS = new ClassPath(List.of(), List.of(), List.of());
  private static final Plugin.Search PLUGINS =
      new Plugin.Search(
          Stream.of(Plugin.Kind.values())
              .map(kind -> new Plugin(kind.text(), "slth:groups", 0, "1", "here"))
              .toList(),
          List.of(),
          List.of("y: needs z")); // no complaint

  /** The control of all others. */
  @Test
  void nothingIsWrong() {
    assertEquals(List.of(), new Diagnosis(MACHINE, NO_JARS, BACKEND, PLUGINS).complaints());
  }

  @Test
  void machines() {
    Machine small = new Machine("17", "Linux 6, amd64", "any", 4, 300L << 20, 8);
    assertEquals(
        List.of(
            "OMP_NUM_THREADS is 8, and there are 4 cores: threads that wait for each other are"
                + " many times slower",
            "the heap may take 300 MB: start Java with -Xmx2g or more"),
        new Diagnosis(small, NO_JARS, BACKEND, PLUGINS).complaints());
  }

  @Test
  void aPlainBuildIsSlowWhereThereIsABetterOne() {
    Backend plain = new Backend("CpuBackend", "GCC, HAVE_OPENBLAS", "OPENBLAS", 4, "");
    assertTrue(only(new Diagnosis(MACHINE, NO_JARS, plain, PLUGINS)).contains("lacks oneDNN"));
    Machine arm = new Machine("17", "Linux 6, aarch64", "any", 4, 4L << 30, 0);
    assertEquals(List.of(), new Diagnosis(arm, NO_JARS, plain, PLUGINS).complaints());
    Backend cuda = new Backend("JCublasBackend", "CUDA", "CUBLAS", 4, "");
    assertEquals(List.of(), new Diagnosis(MACHINE, NO_JARS, cuda, PLUGINS).complaints());
  }

  @Test
  void aBackendThatIsNotThere() {
    Backend none = new Backend("", "", "", 0, "java.lang.UnsatisfiedLinkError: no jnind4jcpu");
    String complaint = only(new Diagnosis(MACHINE, NO_JARS, none, PLUGINS));
    assertTrue(complaint.endsWith("(java.lang.UnsatisfiedLinkError: no jnind4jcpu)"), complaint);
  }

  @Test
  void plugins() {
    Plugin.Search some =
        new Plugin.Search(
            PLUGINS.plugins().subList(0, PLUGINS.plugins().size() - 1),
            List.of("x: broken"),
            List.of());
    assertEquals(
        List.of(
            "no layer type is found; if jars were merged, the files of META-INF/services were not",
            "could not load x: broken"),
        new Diagnosis(MACHINE, NO_JARS, BACKEND, some).complaints());
    Plugin.Search none = new Plugin.Search(List.of(), List.of(), List.of());
    assertEquals(
        "the built-in groups are missing: add slth-groups",
        only(new Diagnosis(MACHINE, NO_JARS, BACKEND, none)));
  }

  @Test
  void jars(@TempDir Path directory) throws IOException {
    Path first = jar(directory.resolve("first.jar"), "org.slth", "slth-api", "1.0");
    Path same = jar(directory.resolve("same.jar"), "org.slth", "slth-api", "1.0");
    Path old = jar(directory.resolve("old.jar"), "org.slth", "slth-api", "0.9");
    Path other = jar(directory.resolve("other.jar"), "com.other", "thing", "1");
    Path newer = jar(directory.resolve("newer.jar"), "com.other", "thing", "2");
    Path broken = Files.writeString(directory.resolve("broken.jar"), "no jar");
    Path missing = directory.resolve("missing.jar");
    assertEquals(List.of(), diagnosed(first, same, other, newer, missing, directory).complaints());
    assertEquals(
        List.of(new Artifact("org.slth:slth-api", "1.0", first.toString())),
        diagnosed(first, other).artifacts());
    assertEquals(
        "org.slth:slth-api is there in versions 0.9 in %s, 1.0 in %s; keep one"
            .formatted(old, first),
        only(diagnosed(first, old, same)));
    String complaint = only(diagnosed(first, broken));
    assertTrue(complaint.startsWith("cannot read " + broken + ": "), complaint);
  }

  @Test
  void severalNativeBuilds() {
    ClassPath two =
        new ClassPath(List.of(), List.of("linux-x86_64", "linux-x86_64-avx2"), List.of());
    String complaint = only(new Diagnosis(MACHINE, two, BACKEND, PLUGINS));
    assertTrue(complaint.endsWith("keep one of linux-x86_64, linux-x86_64-avx2"), complaint);
  }

  private static String only(Diagnosis diagnosis) {
    assertEquals(1, diagnosis.complaints().size(), () -> diagnosis.complaints().toString());
    return diagnosis.complaints().get(0);
  }

  private static Diagnosis diagnosed(Path... jars) {
    String path = String.join(File.pathSeparator, Stream.of(jars).map(Path::toString).toList());
    return new Diagnosis(MACHINE, ClassPath.of(path), BACKEND, PLUGINS);
  }

  private static Path jar(Path file, String group, String artifact, String version)
      throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      jar.putNextEntry(
          new ZipEntry("META-INF/maven/%s/%s/pom.properties".formatted(group, artifact)));
      jar.write(("version=" + version + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return file;
  }
}
