/** Subset sums of many problems at once. */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.ticket.lanes;

import org.apiguardian.api.API;
