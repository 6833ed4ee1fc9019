/**
 * Steerable kernels: convolution kernels sampled on a square grid that commute with a planar group.
 *
 * <p>Start from {@link org.slth.kernel.KernelBasisProvider#named}. The constraint is
 * <i>K</i>(<i>gx</i>) = ρ_out(<i>g</i>) <i>K</i>(<i>x</i>) ρ_in(<i>g</i>)⁻¹ (M. Weiler, G. Cesa,
 * "General E(2)-Equivariant Steerable CNNs", NeurIPS 2019). A provider only chooses {@link
 * org.slth.kernel.GridFunctions}, spaces of scalar functions that the group maps to themselves; a
 * kernel is then a fixed vector of <i>V</i>_out ⊗ <i>V</i>_in ⊗ functions, and {@link
 * org.slth.kernel.SteerableKernelBasis} finds them all, and their number, in one way for all.
 *
 * <p>Conventions: <i>x</i> points right, <i>y</i> up, row 0 is the top row, distances are in cells.
 *
 * <p>An element is sampled straight into its ascending entries, as functions of one pair of
 * channels follow each other; with a tree of entries in between, the largest basis (D16, regular, 7
 * by 7, 576 elements) took 2.7 times as long.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.kernel;

import org.apiguardian.api.API;
