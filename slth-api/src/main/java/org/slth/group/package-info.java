/**
 * Groups: finite ones by their product, planar ones also by how they move the plane.
 *
 * <p>Start from {@link org.slth.group.FiniteGroup#named}. Elements are numbers from 0, and 0 is the
 * identity. A product <i>gh</i> acts with <i>h</i> first. Two groups are the same if their names
 * are; a name is what a model stores, and {@link org.slth.group.GroupProvider}s found through
 * {@link java.util.ServiceLoader} turn it back into a group. A {@link org.slth.group.Subgroup} is
 * an injective homomorphism, not a subset: C4 lies in D4 in one way, in S4 in several.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.group;

import org.apiguardian.api.API;
