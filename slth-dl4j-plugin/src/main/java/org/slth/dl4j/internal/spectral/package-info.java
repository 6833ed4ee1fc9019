/**
 * Convolution by the Fourier transform, where that is cheaper than sliding the kernel. Not API:
 * nothing here is promised to users.
 *
 * <p>Start from {@link org.slth.dl4j.internal.spectral.SpectralConvolution}.
 *
 * <p><b>Conventions.</b> A spectrum holds one matrix for each of the {@code (⌊N/2⌋ + 1) · M}
 * frequencies of a real image of {@code M} by {@code N} pixels, {@code [horizontal frequency,
 * vertical frequency, real or imaginary, ...]}; behind come the images {@code [batch, channels]} or
 * the numbers of a kernel cell {@code [in, out]}. So all images and channels of a frequency are one
 * block of memory, and every step below is a product of dense matrices.
 *
 * <p><b>Decisions.</b> Steerable kernels are large (5 to 9 cells wide) and images small, so the
 * transform is done by matrices, not by an FFT: for 29 pixels that takes as many operations as it
 * needs calls, and BLAS does forty of them in the time that Java takes for one. Nothing is permuted
 * between the steps: leading dimensions and transposition put each result where the next step reads
 * it. A wide layer (64 to 128 channels, 29 by 29 pixels, 7 by 7 cells, batch 64) takes 5.4 in place
 * of 43 billion operations forward.
 *
 * <p>Kept out: spectra of kernels between calls (the kernel's transform is a tenth of the work),
 * and tiles of large images (beyond 64 pixels the sliding kernel is taken).
 *
 * <p>Batches are cut for scratch that stays small, but never below 16 images: a layer of 256 to 256
 * channels, whose kernel's spectra alone are more than that, took 19 times as long as one of 128
 * when it did its images one by one, and takes 4 times as long.
 *
 * <p>Tried and dropped. Three real products for one of complex numbers, after Gauss, with planes of
 * one block of frequencies at a time through ND4J's rank-three {@code matmul}: 82 to 91 ms forward
 * for the wide layer where this takes 86 to 88, as much less scratch as there are blocks, but
 * slower for 7 x 7 pixels. Products shared out by OpenBLAS between two threads: 24 ms backward for
 * 96 to 128 channels of 14 x 14 pixels and 64 images, 111 for the wide layer; shared out by us, 22
 * and 88. At half of the processor's rate, where OpenBLAS takes it for an older one, a wide layer
 * takes 80 ms forward; with {@code OPENBLAS_CORETYPE=SkylakeX}, 53 on AVX-512.
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.internal.spectral;

import org.apiguardian.api.API;
