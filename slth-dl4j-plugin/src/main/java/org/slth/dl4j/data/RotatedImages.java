package org.slth.dl4j.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Images turned about their centre by random angles, each uniform in [0, 2π), and mirrored first
 * with probability 1/2 if so wished.
 *
 * <p>With R the turn by the angle, F the mirroring (x, y) → (-x, y) or nothing, pixel p of the
 * result is the image at F R⁻¹ p: bilinear between the four pixels around it, 0 outside. Centre and
 * directions are those of the package. Pixels are computed when a batch is asked for. Immutable;
 * equal arguments give equal images on every platform.
 *
 * <p>Rotated MNIST is {@code split(Mnist.all(directory), false, seed, 12_000, 50_000)}.
 */
public final class RotatedImages {

  private static final String GENERATOR = "L64X128MixRandom";

  private final LabelledImages images;
  private final int[] order;
  private final Rotation[] rotations; // of the image at each place of the order

  private RotatedImages(LabelledImages images, int[] order, Rotation[] rotations) {
    this.images = images;
    this.order = order;
    this.rotations = rotations;
  }

  /**
   * Turns every image, in the given order, drawing the angles (and then the mirrorings) in that
   * order.
   */
  public static RotatedImages of(LabelledImages images, boolean mirror, long seed) {
    return drawn(images, identity(images.count()), mirror, 0, generator(seed));
  }

  /**
   * Turns every image, in the given order, by one angle.
   *
   * @param angle counter-clockwise, in radians
   */
  public static RotatedImages turned(LabelledImages images, double angle) {
    Rotation[] rotations = new Rotation[images.count()];
    Arrays.fill(rotations, new Rotation(angle, false, Warp.NONE));
    return new RotatedImages(images, identity(images.count()), rotations);
  }

  /**
   * Shuffles the images and cuts them into disjoint parts, the first sizes[0] for part 0 and so on;
   * what is left over is dropped.
   *
   * @param mirror whether to mirror each image with probability 1/2
   * @param sizes how many images each part gets, each at least one
   * @throws IllegalArgumentException if the sizes are not positive or exceed the number of images
   */
  public static List<RotatedImages> split(
      LabelledImages images, boolean mirror, long seed, int... sizes) {
    long total = 0;
    for (int size : sizes) {
      total = size > 0 ? total + size : Long.MAX_VALUE / 2;
    }
    if (total > images.count()) {
      throw new IllegalArgumentException(
          String.format(
              "expected positive sizes of at most %d in total, got %s",
              images.count(), Arrays.toString(sizes)));
    }
    RandomGenerator random = generator(seed);
    int[] order = identity(images.count());
    shuffle(order, random);
    List<RotatedImages> parts = new ArrayList<>();
    int from = 0;
    for (int size : sizes) {
      parts.add(drawn(images, Arrays.copyOfRange(order, from, from + size), mirror, 0, random));
      from += size;
    }
    return List.copyOf(parts);
  }

  /** Returns the number of images. */
  public int count() {
    return order.length;
  }

  /** Returns the number of classes. */
  public int classes() {
    return images.classes();
  }

  /** Returns the number of pixels of each image. */
  int pixels() {
    return images.rows() * images.columns();
  }

  /** Returns the class of an image. */
  public int label(int image) {
    return images.label(order[image]);
  }

  /** Returns by how much an image is turned counter-clockwise, in radians from 0 to 2π. */
  public double angle(int image) {
    return rotations[image].angle();
  }

  /** Returns whether an image is mirrored before it is turned. */
  public boolean isMirrored(int image) {
    return rotations[image].mirrored();
  }

  /** Returns where an image stands in the {@link LabelledImages} it came from. */
  public int origin(int image) {
    return order[image];
  }

  /**
   * Returns the images from {@code from} (inclusive) to {@code to} (exclusive): features {@code [to
   * - from, 1, rows, columns]} in [0, 1], labels one-hot {@code [to - from, classes]}.
   *
   * @throws IndexOutOfBoundsException if the range is not within the images
   */
  public DataSet batch(int from, int to) {
    Objects.checkFromToIndex(from, to, count());
    int size = to - from;
    int area = images.rows() * images.columns();
    float[] pixels = new float[size * area];
    float[] labels = new float[size * images.classes()];
    for (int i = 0; i < size; i++) {
      int image = from + i;
      rotations[image].apply(images, order[image], pixels, i * area);
      labels[i * images.classes() + label(image)] = 1;
    }
    INDArray features =
        Nd4j.createFromArray(pixels).reshape(size, 1, images.rows(), images.columns());
    return new DataSet(features, Nd4j.createFromArray(labels).reshape(size, images.classes()));
  }

  /**
   * Returns the first of these images.
   *
   * @throws IllegalArgumentException if there are not so many, or none are wanted
   */
  public RotatedImages first(int count) {
    if (count < 1 || count > count()) {
      throw new IllegalArgumentException(
          "expected a count from 1 to %d, got %d".formatted(count(), count));
    }
    return new RotatedImages(images, Arrays.copyOf(order, count), Arrays.copyOf(rotations, count));
  }

  /** Returns the same images with the same angles in a random order. */
  public RotatedImages shuffled(long seed) {
    int[] places = identity(count());
    shuffle(places, generator(seed));
    int[] newOrder = new int[count()];
    Rotation[] newRotations = new Rotation[count()];
    for (int i = 0; i < places.length; i++) {
      newOrder[i] = order[places[i]];
      newRotations[i] = rotations[places[i]];
    }
    return new RotatedImages(images, newOrder, newRotations);
  }

  /**
   * Returns the same images in the same order, each turned by a new angle and, if so wished,
   * mirrored anew and bent.
   *
   * @param mirror whether to mirror each image with probability 1/2
   * @param warp by how many pixels at most a point of the upright image moves along x and along y
   *     while it is bent smoothly and at random; 0 for not at all
   * @throws IllegalArgumentException if {@code warp} is negative or not finite
   */
  public RotatedImages turnedAfresh(boolean mirror, double warp, long seed) {
    if (!(warp >= 0 && warp < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("expected a warp of 0 or more pixels, got " + warp);
    }
    return drawn(images, order, mirror, warp, generator(seed));
  }

  /**
   * Returns an iterator over these images in their order, the last batch being shorter if need be.
   *
   * @throws IllegalArgumentException if the batch size is not positive
   */
  public DataSetIterator iterator(int batchSize) {
    return new EpochIterator(batchSize, epoch -> this);
  }

  /**
   * Returns an iterator that goes through the images in another random order in each epoch, that
   * is, after each {@code reset()}.
   *
   * @throws IllegalArgumentException if the batch size is not positive
   */
  public DataSetIterator shuffledIterator(int batchSize, long seed) {
    return new EpochIterator(batchSize, epoch -> shuffled(forEpoch(seed, epoch)));
  }

  /**
   * Returns an iterator like {@link #shuffledIterator}, which also turns each image afresh in each
   * epoch, as {@link #turnedAfresh} does: augmentation, for which published results on rotated
   * MNIST have a column of their own.
   *
   * @param mirror whether to mirror each image anew, with probability 1/2
   * @param warp by how many pixels to bend it at most
   * @throws IllegalArgumentException if the batch size is not positive, or the warp is negative
   */
  public DataSetIterator augmentedIterator(int batchSize, boolean mirror, double warp, long seed) {
    return new EpochIterator(
        batchSize,
        epoch ->
            shuffled(forEpoch(seed, epoch)).turnedAfresh(mirror, warp, forEpoch(~seed, epoch)));
  }

  private static RotatedImages drawn(
      LabelledImages images, int[] order, boolean mirror, double warp, RandomGenerator random) {
    Rotation[] rotations = new Rotation[order.length];
    for (int i = 0; i < order.length; i++) {
      double angle = 2 * Math.PI * random.nextDouble();
      boolean mirrored = mirror && random.nextBoolean();
      rotations[i] = new Rotation(angle, mirrored, Warp.random(warp, random));
    }
    return new RotatedImages(images, order, rotations);
  }

  private static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of(GENERATOR).create(seed);
  }

  /**
   * Seeds a multiple of the odd constant nearest to 2⁶⁴ divided by the golden ratio apart: no two
   * epochs share one.
   */
  private static long forEpoch(long seed, int epoch) {
    return seed + (epoch + 1) * 0x9e3779b97f4a7c15L;
  }

  private static int[] identity(int count) {
    int[] order = new int[count];
    Arrays.setAll(order, i -> i);
    return order;
  }

  private static void shuffle(int[] order, RandomGenerator random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
  }
}
