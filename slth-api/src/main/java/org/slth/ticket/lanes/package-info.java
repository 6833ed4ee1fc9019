/**
 * Subset sums of smallest error, of many problems at once.
 *
 * <p>Start from {@link org.slth.ticket.lanes.LaneSums}. A problem is a lane: the same steps are
 * taken for all of them, without branches, so that the machine's vector instructions take them 16
 * at a time. {@link org.slth.ticket.lanes.PlainLanes} writes them as loops that HotSpot vectorises,
 * {@code VectorLanes}, whose sources are in {@code src/vector}, with the incubating Vector API.
 *
 * <p><b>Method.</b> Sums are whole numbers of 30 bits. The sums of each half of the items are
 * tabled in rising order, item by item; the sums of one half and what those of the other leave of
 * the target are merged; the nearest two follow each other. Both are bitonic merges (K. Batcher,
 * "Sorting networks and their applications", AFIPS 1968). Only values are carried along: the subset
 * of a sum is looked up at the end, among the sums of either quarter of the items. Rounding may put
 * the wrong one first, so an answer counts only if its error in {@code double} is smaller than the
 * next one can be, and if no other subset of either half has nearly its sum. The rest, 0.1 % of
 * random problems of 16 items, 1 % of 20, 18 % of 24, is for 64 bits. So both ways, and any batch,
 * give the same answers.
 *
 * <p><b>Decisions.</b> Measured on a Zen 5 core, JDK 25; nanoseconds per register of 16 lanes and
 * level.
 *
 * <ul>
 *   <li>Plain: HotSpot vectorises loops over up to five arrays at the same index, on JDK 17 only
 *       where a minimum is written with the sign of a difference. It does not where one array is
 *       read at two variable distances, or eight arrays at once (3.9 to 10). So a row is an array,
 *       and two levels are one loop over four. Short rows spend their time before and after the
 *       vector loop: 1.4 with 64 lanes, 0.8 with 128, 0.44 with 256, 0.32 with 512.
 *   <li>Vector: three levels at a time in registers, 0.25; two, 0.32; one, 0.5. Rows of one array,
 *       so that a table of 16 lanes stays in the first cache. Tried and dropped: the same steps one
 *       row at a time behind an interface, which took 1.3 to 1.7 times as long. A vector that goes
 *       through a call which is not inlined becomes an object: hence no small methods between
 *       vectors.
 *   <li>Arrays of Java start 16 bytes into a cache line, or anywhere at a multiple of 8, so that
 *       nearly every register goes across two lines. Where none does, three levels take 0.18: so
 *       {@code RowMemory} finds by trial where rows begin. A direct buffer would be aligned, but
 *       JDK 17 and 25 have no way to its vectors in common.
 *   <li>The last two levels of the merge are taken on the way through the marks, the first with
 *       what makes them, and the first of each table with its fold: each saves a pass over memory,
 *       a quarter of the time. The look-up of a subset takes the minimum of distances from below
 *       the window, two steps for each pair of sums, where counting hits took seven.
 *   <li>Whole numbers are made, and answers added up, in rows of 256 problems which HotSpot
 *       vectorises: 23 ns a problem of 16 items, before 55.
 *   <li>Where the time goes, vector: at 16 items, 160 ns: merge of the halves and search 40 %,
 *       tables 30 %, whole numbers 14 %, subsets 7 %. At 20 items, 0.63 µs and 0.1 µs for what is
 *       left to 64 bits: merge 55 %, tables 34 %, whole numbers 4 %, subsets 5 %.
 *   <li>31 bits were possible in the vectors, not in the plain loops, whose differences need the
 *       sign; half as many problems would be left for 64 bits. Not tried: four levels in 16
 *       registers, which would be another pass less in three, at a hundred lines.
 * </ul>
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.ticket.lanes;

import org.apiguardian.api.API;
