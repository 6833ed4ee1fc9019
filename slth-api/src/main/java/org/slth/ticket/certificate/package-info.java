/**
 * What a ticket of subset sums claims, coefficient by coefficient, and who checks it.
 *
 * <p>Start from {@link org.slth.ticket.certificate.Certificate#of}, which writes down for every
 * coefficient λ which candidates are kept and how far their sum is off, and from {@link
 * org.slth.ticket.certificate.ExactCheck}, which finds out whether that is so.
 *
 * <p>Decisions. The check shares no code with the search: it draws the random numbers by the JDK's
 * own {@link java.util.SplittableRandom} in place of {@link org.slth.ticket.SourceDraw}, lays out
 * the masks by itself, and adds without rounding. A mistake in one of the two shows as a
 * difference. It looks at every bit of both masks, so that one wrong bit cannot hide behind a sum
 * that is still within the tolerance.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.ticket.certificate;

import org.apiguardian.api.API;
