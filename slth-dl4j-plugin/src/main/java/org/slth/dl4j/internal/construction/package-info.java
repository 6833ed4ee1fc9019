/**
 * Which random network stands for a target network. Not API.
 *
 * <p>Start from {@link org.slth.dl4j.internal.construction.Construction}: two layers for one, one
 * candidate for a weight, and depth <i>L</i> + 1.
 *
 * <p>Decisions.
 *
 * <ul>
 *   <li>A construction changes the layers before they are searched, not the search, and not what
 *       the bits of a ticket mean; so certificates and files know one format.
 *   <li>Depth <i>L</i> + 1 is a layer read as one whose outputs are repeated, and a pair (U, V)
 *       without U. What it repeats comes copy by copy, copy <i>r</i> of unit <i>q</i> of <i>n</i>
 *       at <i>rn</i> + <i>q</i>: then flattening channels keeps that order. A constant that is
 *       flattened is read off its first pixel.
 *   <li>Its fed layers draw as others do; of the uniform law's copies those with <i>u</i> = 1 are
 *       the outputs of the layer before, and those with <i>u</i> = -1 do not exist.
 * </ul>
 *
 * <p>Sources: A. Pensia et al., NeurIPS 2020; E. Malach et al., ICML 2020; A. da Cunha et al., ICLR
 * 2022; R. Burkholz, "Most activation functions can win the lottery without excessive depth",
 * NeurIPS 2022; D. Ferbach et al., ICLR 2023.
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.internal.construction;

import org.apiguardian.api.API;
