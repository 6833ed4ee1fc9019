/**
 * Steerable kernel bases for rotations and reflections of the plane.
 *
 * <p>{@link org.slth.groups.planar.PixelOrbitBasis} is exact, and holds every kernel that commutes,
 * but only for groups that map the grid to itself: subgroups of D4. {@link
 * org.slth.groups.planar.CircularHarmonicBasis} serves every planar group; on the plane its kernels
 * commute exactly, and as accurately as sampling allows on the grid. Both only choose functions;
 * {@link org.slth.kernel.SteerableKernelBasis} does the rest.
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.groups.planar;

import org.apiguardian.api.API;
