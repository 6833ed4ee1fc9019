package org.slth.representation;

import org.slth.group.FiniteGroup;
import org.slth.group.Subgroup;

/**
 * How a group moves the left cosets of a subgroup and their representatives: <i>g r_c</i> = <i>r_d
 * h</i>, with <i>d</i> the image and <i>h</i> the remainder.
 */
final class Cosets {

  private final Subgroup subgroup;
  private final FiniteGroup parent;
  private final int[] places; // element of the parent -> element of the subgroup

  Cosets(Subgroup subgroup) {
    this.subgroup = subgroup;
    this.parent = subgroup.parent().samples();
    this.places = new int[parent.order()];
    int[] embedding = subgroup.embedding();
    for (int h = 0; h < embedding.length; h++) {
      places[embedding[h]] = h;
    }
  }

  int image(int g, int coset) {
    return subgroup.coset(moved(g, coset));
  }

  int remainder(int g, int coset) {
    int back = parent.inverse(subgroup.representative(image(g, coset)));
    return places[parent.multiply(back, moved(g, coset))];
  }

  private int moved(int g, int coset) {
    return parent.multiply(g, subgroup.representative(coset));
  }
}
