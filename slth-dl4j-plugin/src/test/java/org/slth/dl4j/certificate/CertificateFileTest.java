package org.slth.dl4j.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.ticket.certificate.Certificate;

class CertificateFileTest {

  @TempDir Path folder;

  @Test
  void readsBackWhatItWrote() throws IOException {
    MultiLayerNetwork target = Tickets.perceptron();
    PrunedNetwork<MultiLayerNetwork> pruned = Tickets.pruned(target);
    var x = Nd4j.rand(20, 6);
    NetworkCertificate certificate = NetworkCertificate.of(target, pruned.ticket());
    NetworkCertificate full =
        certificate
            .with(
                OutputBound.of(target, pruned.ticket(), certificate.claims(), 1, x.getRow(0, true)))
            .with(OutputDifference.of(target, pruned.network(), x));
    Path file = folder.resolve("ticket.json");
    certificate.write(file);
    assertEquals(certificate.claims(), NetworkCertificate.readClaims(file));
    full.write(file);
    assertEquals(certificate.claims(), NetworkCertificate.readClaims(file));
    assertTrue(Files.readString(file).contains("\"measured\":{\"examples\":20,"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count(), "a draft was left behind");
    }
  }

  @Test
  void saysWhereAFileGoesWrong() throws IOException {
    Path file = folder.resolve("ticket.json");
    NetworkCertificate.of(Tickets.perceptron(), Tickets.pruned(Tickets.perceptron()).ticket())
        .write(file);
    String text = Files.readString(file);
    Files.writeString(file, text.replace("\"version\":1", "\"version\":2"));
    String message =
        assertThrows(IOException.class, () -> NetworkCertificate.readClaims(file)).getMessage();
    assertTrue(message.contains("expected format slth-certificate, version 1, got"), message);
  }

  /** Whatever is changed, it is refused as no certificate or read as another one. */
  @Test
  void survivesChangedBytes() throws IOException {
    Path file = folder.resolve("ticket.json");
    MultiLayerNetwork target = Tickets.perceptron();
    NetworkCertificate certificate = NetworkCertificate.of(target, Tickets.pruned(target).ticket());
    certificate.write(file);
    byte[] bytes = Files.readAllBytes(file);
    var random = new SplittableRandom(4);
    int refused = 0;
    for (int trial = 0; trial < 500; trial++) {
      byte[] changed = bytes.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(7));
      Files.write(file, changed);
      try {
        Certificate read = NetworkCertificate.readClaims(file);
        assertEquals(2, read.layers().size());
      } catch (IOException e) {
        refused++;
      }
    }
    assertTrue(refused > 200, "refused " + refused);
  }
}
