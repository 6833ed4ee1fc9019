package org.slth.examples.doctor;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the jars on the class path say of themselves, merged ones included.
 *
 * @param artifacts what Maven built, in the order of the class path
 * @param nativeBuilds the builds of ND4J's native library, such as {@code linux-x86_64-onednn}
 * @param unreadable jars that are none, and why
 */
record ClassPath(List<Artifact> artifacts, List<String> nativeBuilds, List<String> unreadable) {

  private static final Pattern MAVEN =
      Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");
  private static final Pattern NATIVE =
      Pattern.compile("org/nd4j/linalg/[a-z/]*bindings/([^/]+)/libnd4j(?:cpu|cuda)\\.\\w+");

  /**
   * What Maven wrote into a jar.
   *
   * @param name group and artifact, such as {@code org.slth:slth-api}
   * @param version its version
   * @param location the jar
   */
  record Artifact(String name, String version, String location) {}

  /**
   * Reads the jars of a class path; folders and what does not exist are passed over, as the JVM
   * does.
   *
   * @param path as in the system property {@code java.class.path}
   */
  static ClassPath of(String path) {
    List<Artifact> artifacts = new ArrayList<>();
    TreeSet<String> nativeBuilds = new TreeSet<>();
    List<String> unreadable = new ArrayList<>();
    for (String location : path.split(Pattern.quote(File.pathSeparator), -1)) {
      if (new File(location).isFile()) {
        try (JarFile jar = new JarFile(location)) {
          read(jar, artifacts, nativeBuilds);
        } catch (IOException e) {
          unreadable.add(location + ": " + e.getMessage());
        }
      }
    }
    return new ClassPath(artifacts, List.copyOf(nativeBuilds), unreadable);
  }

  private static void read(JarFile jar, List<Artifact> artifacts, TreeSet<String> nativeBuilds)
      throws IOException {
    for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
      Matcher library = NATIVE.matcher(entry.getName());
      if (library.matches()) {
        nativeBuilds.add(library.group(1));
      }
      Matcher maven = MAVEN.matcher(entry.getName());
      if (maven.matches()) {
        Properties properties = new Properties();
        try (InputStream stream = jar.getInputStream(entry)) {
          properties.load(stream);
        }
        artifacts.add(
            new Artifact(
                maven.group(1) + ":" + maven.group(2),
                properties.getProperty("version", "unknown"),
                jar.getName()));
      }
    }
  }
}
