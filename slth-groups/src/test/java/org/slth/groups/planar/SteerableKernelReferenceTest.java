package org.slth.groups.planar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slth.algebra.Matrix;
import org.slth.group.Group;
import org.slth.kernel.KernelBasisProvider;
import org.slth.kernel.KernelGrid;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.Representation;

/** The circular-harmonic basis spans what e2cnn's default basis spans. */
class SteerableKernelReferenceTest {

  /** The reference is float32; norms are near 1, residuals relative. */
  private static final double TOLERANCE = 1e-5;

  @TestFactory
  Stream<DynamicTest> spansTheReference() throws IOException {
    Optional<Path> data = sharedData();
    Assumptions.assumeTrue(data.isPresent(), "needs the shared data, see the property SLTH_DATA");
    Path folder = data.orElseThrow().resolve("steerable-kernels");
    List<String> cases;
    try (Stream<String> lines = Files.lines(folder.resolve("index.csv"))) {
      cases = lines.skip(1).toList();
    }
    assertEquals(42, cases.size());
    return cases.stream()
        .map(line -> DynamicTest.dynamicTest(line, () -> compare(folder, line.split(","))));
  }

  private static void compare(Path folder, String[] line) throws IOException {
    if (line[0].equals("-")) {
      assertEquals(0, basis(line[1], line[2], line[3], Integer.parseInt(line[4])).size());
      return;
    }
    NpyFile reference = NpyFile.read(folder.resolve(line[0]));
    SteerableKernelBasis ours = basis(line[1], line[2], line[3], Integer.parseInt(line[4]));
    assertEquals(reference.size(0), ours.size());
    double[][] expected =
        IntStream.range(0, ours.size()).mapToObj(reference::slice).toArray(double[][]::new);
    double residual = distance(expected, ours);
    System.out.println(line[0] + ": " + ours.size() + " elements, residual " + residual);
    assertTrue(residual <= TOLERANCE, () -> "residual " + residual);
  }

  /** One case is quoted here, for where the shared data are not. */
  @Test
  void spansTheQuotedReference() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("C4_trivial_regular_k3.txt")) {
      double[] values =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .flatMap(line -> Stream.of(line.split(" ", -1)))
              .mapToDouble(Double::parseDouble)
              .toArray();
      double[][] expected =
          IntStream.range(0, 6)
              .mapToObj(k -> Arrays.copyOfRange(values, 36 * k, 36 * (k + 1)))
              .toArray(double[][]::new);
      SteerableKernelBasis ours = basis("C4", "trivial", "regular", 3);
      assertEquals(6, ours.size());
      double residual = distance(expected, ours);
      assertTrue(residual <= TOLERANCE, () -> "residual " + residual);
    }
  }

  private static SteerableKernelBasis basis(String group, String in, String out, int size) {
    Group g = Group.named(group);
    return KernelBasisProvider.named("slth:circular-harmonic")
        .basis(
            Representation.parse(g, ours(in)),
            Representation.parse(g, ours(out)),
            KernelGrid.square(size));
  }

  /** The reference writes irrepK of SO(2), and irrepF_K of O(2) with F = 1 for the flip's sign. */
  private static String ours(String theirs) {
    Matcher irrep = Pattern.compile("irrep(?:(\\d)_)?(\\d)").matcher(theirs);
    if (!irrep.matches()) {
      return theirs;
    }
    int frequency = Integer.parseInt(irrep.group(2));
    if (irrep.group(1) == null) {
      return "irrep(" + frequency + ")";
    }
    return "irrep(" + (frequency + Integer.parseInt(irrep.group(1))) + ")";
  }

  /** The largest relative distance of an element of the one basis to the span of the other. */
  private static double distance(double[][] expected, SteerableKernelBasis ours) {
    double[][] actual =
        IntStream.range(0, ours.size()).mapToObj(ours::element).toArray(double[][]::new);
    return Math.max(distance(expected, actual), distance(actual, expected));
  }

  private static double distance(double[][] vectors, double[][] basis) {
    Matrix columns =
        Matrix.generate(basis[0].length, basis.length, (i, j) -> basis[j][i])
            .columnSpace(basis.length);
    return Arrays.stream(vectors).mapToDouble(columns::distanceToSpan).max().orElseThrow();
  }

  private static Optional<Path> sharedData() {
    String given = System.getProperty("SLTH_DATA", System.getenv().getOrDefault("SLTH_DATA", ""));
    if (!given.isEmpty()) {
      return Optional.of(Path.of(given));
    }
    return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
        .map(folder -> folder.resolve("shared/data"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /** The control: the kernels of clockwise rotations, channels 1 and 3 of C4 exchanged. */
  @Test
  void aWrongSpanIsTold() {
    SteerableKernelBasis ours = basis("C4", "trivial", "regular", 3);
    double[][] clockwise =
        IntStream.range(0, ours.size())
            .mapToObj(ours::element)
            .map(k -> IntStream.range(0, 36).mapToDouble(i -> k[(36 - i / 9 * 9) % 36 + i % 9]))
            .map(DoubleStream::toArray)
            .toArray(double[][]::new);
    assertTrue(distance(clockwise, ours) > 0.1);
  }
}
