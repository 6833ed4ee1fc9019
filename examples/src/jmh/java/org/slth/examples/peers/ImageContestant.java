package org.slth.examples.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.examples.bench.Contestant;
import org.slth.group.Group;

/**
 * A training step or a pass of inference of an {@link ImageNetwork} here; {@code steerable.py} is
 * its twin.
 */
final class ImageContestant {

  private static final String ENVIRONMENT = "venv-images";
  private static final List<String> ONE_DNN =
      List.of("-Dorg.eclipse.deeplearning4j.helpers.disable=false");

  private static final long WARM_UP = 8_000_000_000L; // nanoseconds: the compiler takes some 5 s

  private ImageContestant() {}

  /** Returns every network in training and inference, against all others. */
  static List<Event> events(Setting setting) {
    return List.of(
        event(setting, ImageNetwork.DIGITS, "train", 64),
        event(setting, ImageNetwork.DIGITS, "infer", 64),
        event(setting, ImageNetwork.DIGITS, "infer", 1),
        event(setting, ImageNetwork.WIDE, "train", 64),
        event(setting, ImageNetwork.WIDE, "infer", 64),
        event(setting, ImageNetwork.WIDE, "infer", 1));
  }

  private static Event event(Setting setting, ImageNetwork network, String mode, int batch) {
    String name = network.name().toLowerCase(Locale.ROOT);
    List<Event.Entry> entries = new ArrayList<>();
    entries.add(ours(setting, List.of(), "slth", network, mode, batch));
    if (!setting.core().isEmpty()) {
      entries.add(entries.get(0).with("OPENBLAS_CORETYPE", setting.core()));
    }
    entries.add(python(setting, "escnn", name, mode, batch));
    entries.add(python(setting, "e2cnn", name, mode, batch));
    entries.add(python(setting, "pytorch", name, mode, batch));
    entries.add(ours(setting, ONE_DNN, "dl4j-with-onednn", network, mode, batch));
    entries.add(ours(setting, List.of(), "dl4j", network, mode, batch));
    return new Event(
        "%s_%s_%d".formatted(name, mode, batch),
        "%s: %s, batch %d".formatted(name, mode.equals("train") ? "step" : "inference", batch),
        entries);
  }

  private static Event.Entry ours(Setting setting, List<String> options, Object... arguments) {
    return new Event.Entry("", setting.java(options, ImageContestant.class, arguments));
  }

  private static Event.Entry python(Setting setting, String system, Object... arguments) {
    Object[] all = new Object[arguments.length + 2];
    all[0] = system;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 1] = setting.threads();
    return new Event.Entry("", setting.python(ENVIRONMENT, "steerable.py", all));
  }

  /**
   * Serves.
   *
   * @param args what tables call it ({@code slth}, or else DL4J's layers), network, {@code train}
   *     or {@code infer}, batch size
   */
  public static void main(String[] args) throws IOException {
    ImageNetwork kind = ImageNetwork.valueOf(args[1]);
    boolean train = args[2].equals("train");
    int batch = Integer.parseInt(args[3]);
    Served.serve(
        Map.of("java", Runtime.version().toString()),
        () -> {
          Runnable unit = unit(kind, args[0].equals("slth"), train, batch);
          long begin = System.nanoTime();
          while (System.nanoTime() - begin < WARM_UP) {
            unit.run();
          }
          return Contestant.during(args[0], unit);
        });
  }

  private static Runnable unit(ImageNetwork kind, boolean steerable, boolean train, int batch) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(steerable ? kind.steerable(Group.named("C8")) : kind.plain());
    network.init();
    INDArray images = Nd4j.randn(kind.images(batch));
    INDArray labels = Nd4j.zeros(batch, ImageNetwork.CLASSES);
    for (int i = 0; i < batch; i++) {
      labels.putScalar(i, i % ImageNetwork.CLASSES, 1);
    }
    network.fit(images, labels);
    return train ? () -> network.fit(images, labels) : () -> network.output(images);
  }
}
