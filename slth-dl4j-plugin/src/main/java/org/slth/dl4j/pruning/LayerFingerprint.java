package org.slth.dl4j.pruning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.slth.dl4j.internal.network.Stage;
import org.slth.pruning.TargetLayer;
import org.slth.search.SearchSettings;

/**
 * All that the masks of a layer depend on, as a number.
 *
 * @param number of the layer among those that are replaced
 * @param seed of the random network
 * @param construction the id of the construction
 * @param text SHA-256 of these, the coefficients, the signs of the input, the tolerance and the
 *     settings of the search, in hexadecimal
 */
record LayerFingerprint(int number, long seed, String construction, String text) {

  static LayerFingerprint of(
      PruningOptions options, Stage.Replaced stage, int number, double tolerance) {
    String construction = options.construction().id();
    SearchSettings search = options.search();
    List<Object> settings =
        List.of(
            number,
            options.seed(),
            construction,
            stage.title(),
            stage.type(),
            stage.signedInput(),
            tolerance,
            search.choice().id(),
            search.law(),
            search.candidates(),
            search.attempts(),
            search.adaptive());
    MessageDigest digest = sha256();
    digest.update(settings.toString().getBytes(StandardCharsets.UTF_8));
    TargetLayer layer = stage.layer();
    for (int q = 0; q < layer.inputs(); q++) {
      double[] targets = layer.targets(q);
      ByteBuffer numbers = ByteBuffer.allocate(Long.BYTES * (1 + targets.length));
      numbers.putLong(targets.length);
      for (double target : targets) {
        numbers.putDouble(target);
      }
      digest.update(numbers.array());
    }
    String text = HexFormat.of().formatHex(digest.digest());
    return new LayerFingerprint(number, options.seed(), construction, text);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
