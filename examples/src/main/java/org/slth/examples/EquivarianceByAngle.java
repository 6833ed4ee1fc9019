package org.slth.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.data.LabelledImages;
import org.slth.dl4j.data.RotatedImages;
import org.slth.group.Group;
import org.slth.group.PlanarGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How invariant a network is when its input turns by any angle, beside a plain CNN of equal width.
 *
 * <p>Both are trained on the same upright digits. With <i>f</i> the features before the output
 * layer and <i>R</i> the turn of the image by an angle, the error at that angle is |<i>f</i>(Rx) -
 * <i>f</i>(x)| / |<i>f</i>(x)|, over all test digits at once. At multiples of a right angle the
 * pixel grid is mapped to itself; in between the image is interpolated, which costs the steerable
 * network, too.
 */
@Command(
    name = "equivariance",
    description = "Turn the input of an equivariant network and of a plain CNN, angle by angle.")
public final class EquivarianceByAngle implements Callable<Integer> {

  private static final int BATCH = 64;
  private static final double RATE = 0.01;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private SymmetryOptions symmetry = new SymmetryOptions();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often to see each digit (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--width",
      paramLabel = "X",
      defaultValue = "0.5",
      description = "Factor of the numbers of channels (default: ${DEFAULT-VALUE}).")
  private double width;

  @Option(
      names = "--step",
      paramLabel = "DEGREES",
      defaultValue = "15",
      description = "From one angle to the next (default: ${DEFAULT-VALUE}).")
  private int step;

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many test digits to turn (default: ${DEFAULT-VALUE}).")
  private int images;

  /** Creates the command; picocli fills in the options. */
  public EquivarianceByAngle() {}

  @Override
  public Integer call() {
    if (epochs < 1 || !(width > 0) || step < 1 || images < 1) {
      throw new IllegalArgumentException(
          "expected positive --epochs, --width, --step and --images, got %d, %s, %d and %d"
              .formatted(epochs, width, step, images));
    }
    LabelledImages training = DigitData.resource("train");
    LabelledImages test = DigitData.resource("t10k");
    MultiLayerNetwork steerable = trained(symmetry.group(), symmetry.family(), training);
    PlanarGroup none = DigitsNetwork.planar(Group.named("C1"));
    MultiLayerNetwork plain = trained(none, FieldFamily.of(none), training);
    List<Integer> angles = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    List<Double> plainErrors = new ArrayList<>();
    for (int degrees = 0; degrees < 360; degrees += step) {
      angles.add(degrees);
      errors.add(error(steerable, test, degrees));
      plainErrors.add(error(plain, test, degrees));
    }
    common.print(figures(angles, errors, plainErrors));
    return 0;
  }

  private MultiLayerNetwork trained(
      PlanarGroup symmetry, FieldFamily family, LabelledImages training) {
    RotatedImages upright = RotatedImages.turned(training, 0);
    return Training.of(
            new DigitsNetwork(symmetry, family, width).configuration(epochs, RATE, common.seed()),
            upright.shuffledIterator(BATCH, common.seed()),
            epochs,
            upright.count())
        .network();
  }

  private double error(MultiLayerNetwork network, LabelledImages test, int degrees) {
    INDArray upright = features(network, RotatedImages.turned(test, 0));
    INDArray turned = features(network, RotatedImages.turned(test, Math.toRadians(degrees)));
    return turned.distance2(upright) / upright.norm2Number().doubleValue();
  }

  private INDArray features(MultiLayerNetwork network, RotatedImages digits) {
    INDArray x = digits.batch(0, Math.min(images, digits.count())).getFeatures();
    List<INDArray> activations = network.feedForwardToLayer(network.getnLayers() - 2, x, false);
    return activations.get(activations.size() - 1);
  }

  private Figures figures(List<Integer> angles, List<Double> errors, List<Double> plainErrors) {
    Figures figures =
        new Figures()
            .add("group", symmetry.group().name(), "degrees", "error of %s / of a plain CNN");
    for (int i = 0; i < angles.size(); i++) {
      figures.add(
          "error_" + angles.get(i),
          errors.get(i),
          angles.get(i).toString(),
          String.format(Locale.ROOT, "%%.2e / %.2e", plainErrors.get(i)));
    }
    return figures
        .add("degrees", angles)
        .add("errors", errors)
        .add("errors_plain", plainErrors)
        .add("seed", common.seed());
  }
}
