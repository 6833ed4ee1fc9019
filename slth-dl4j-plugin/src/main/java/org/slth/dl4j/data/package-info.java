/**
 * Image data sets in the form DL4J trains on: MNIST and other IDX files, and digits rotated by
 * random angles.
 *
 * <p>Start from {@link org.slth.dl4j.data.Mnist} (files in a directory), {@link
 * org.slth.dl4j.data.LabelledImages} (any IDX pair) and {@link org.slth.dl4j.data.RotatedImages}
 * (the benchmark).
 *
 * <p><b>Conventions.</b> Features are {@code [batch, 1, rows, columns]} in [0, 1], 0 being the
 * background: they are never negative, which halves the work of subset-sum pruning in the first
 * layer. Labels are one-hot. Row 0 is on top; the centre of an image of <i>n</i> columns lies at
 * ((<i>n</i> - 1)/2, (<i>n</i> - 1)/2), x to the right, y up, and angles turn counter-clockwise.
 *
 * <p><b>Randomness</b> comes from the algorithm {@code L64X128MixRandom} that {@link
 * java.util.random} specifies, so a seed names the same data on every platform. Shuffles are
 * Fisher-Yates, from the end.
 *
 * <p><b>Decisions.</b> Pixels stay bytes and are rotated when a batch is asked for: 70,000 images
 * take 55 MB instead of 220, and a batch of 64 costs about half a millisecond. The original files
 * of rotated MNIST (Larochelle et al., ICML 2007) are no longer easy to find, so it is made again
 * by the same recipe; results on the two are not to be compared digit by digit.
 *
 * <p>Sources: Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to
 * document recognition", Proc. IEEE 86(11), 1998 (MNIST and its IDX format); H. Larochelle, D.
 * Erhan, A. Courville, J. Bergstra, Y. Bengio, "An empirical evaluation of deep architectures on
 * problems with many factors of variation", ICML 2007 (rotated MNIST).
 */
@API(status = API.Status.EXPERIMENTAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.data;

import org.apiguardian.api.API;
