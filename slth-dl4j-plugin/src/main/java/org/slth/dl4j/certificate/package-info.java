/**
 * What can be said of a ticket beside running it: its certificate as JSON, and bounds of what the
 * errors of its coefficients do to the output.
 *
 * <p>Start from {@link org.slth.dl4j.certificate.NetworkCertificate}, which holds the claims of a
 * {@link org.slth.ticket.certificate.Certificate}, a certified bound of the output's error on a
 * ball, and the largest error measured on data.
 *
 * <p>Decisions. The bound follows sizes and errors through the network layer by layer; where a
 * layer is not known to the bound there is none, and it says which. It bounds the functions that
 * the numbers define: a network that runs in single precision adds its own rounding, some 1e-7 of
 * the size of its activations. Bounds on a whole ball are far above what happens on data, since no
 * input is the worst one for every layer; so both stand side by side.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.certificate;

import org.apiguardian.api.API;
