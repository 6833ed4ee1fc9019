/**
 * Tickets as files, {@code .slt}: what a network is made of again, bit for bit, on another machine.
 *
 * <p>Start from {@link org.slth.ticket.file.TicketFile}.
 *
 * <p>The format, version 1. Numbers are from 0 up, 7 bits a byte, the lowest first, with the top
 * bit set in all but the last byte; a text is the number of its bytes and UTF-8; what has a fixed
 * length has its highest byte first; a list is the number of its items and these.
 *
 * <pre>
 * file        89 'S' 'L' 'T' 0D 0A 1A 0A | version, 2 bytes | length of all parts, 8 bytes
 *             | part 1 ... part 5 | SHA-256 of all bytes before, 32 bytes
 * part        its number, 1 byte | 0: stored, 1: deflated (RFC 1951; the network with a preset
 *             dictionary, the resource network.dictionary) | length here | length inflated
 *             | the bytes
 *
 * 1 network   0: MultiLayerNetwork, 1: ComputationGraph | its configuration, a text
 * 2 ticket    1: by subset sums, 2: by mask training | id of the generator, a text | seed, 8 bytes |
 *             subset sums:   id of the construction | list of layers
 *             mask training: law (0 signed constant, 1 normal, 2 uniform) | list of arrays
 *   layer     name | law (0 product, 1 uniform) | scale, 8 bytes | 1 if the input is signed, else 0
 *             | tolerance, 8 bytes | list of candidates, a number each | list of redraws
 *   redraw    block minus that of the redraw before, as 2x or else -2x - 1 | 1 if negative, else 0
 *             | problem | attempt
 *   array     name | number | magnitude, 4 bytes | list of runs: length | variance, 8 bytes
 *             | number of rounds after the first | list of those in which kept weights were drawn
 * 3 masks     of each layer: copies, coefficients; of each array: its mask, and for each round listed
 *             a mask over the kept weights
 *   mask      number of bits | 0 | the bits, or
 *             number of bits | 1 | how many are kept | number of bytes | an arithmetic code
 * 4 parameters  list of: name | 0: float, 1: double | list of numbers, 4 or 8 bytes
 * 5 provenance  list of: name | text
 * </pre>
 *
 * <p>Decisions.
 *
 * <ul>
 *   <li>A ticket found by training masks takes 1 bit for each weight where half are kept, and 0.469
 *       where a tenth is. One found by subset sums takes about one bit for each of the random
 *       candidates, dozens for each coefficient of the target: it is a proof, and no compression.
 *   <li>Masks are packed by an arithmetic code of whole numbers, which is exact on every machine
 *       and comes within 0.1 % of the entropy. Tried and dropped: Rice's code of the gaps between
 *       kept weights, as many lines and 2 % longer.
 *   <li>Where a ticket comes from is not part of its {@linkplain
 *       org.slth.ticket.file.TicketFile#identity identity}, so that times and versions do not make
 *       two of one.
 *   <li>Files are read as if by an enemy: numbers are compared with the bytes that are left before
 *       anything is allocated; a deflated part may be 128 times as long, a mask have 64 bits for
 *       each of its bytes, and nothing has more. A checksum is no defence, an enemy makes it anew.
 *   <li>No class is named here and none is loaded: what a configuration may name is decided by
 *       whoever makes a network of it.
 * </ul>
 *
 * <p>Sources. RFC 1951. G. N. N. Martin, "Range encoding", Southampton 1979.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.ticket.file;

import org.apiguardian.api.API;
