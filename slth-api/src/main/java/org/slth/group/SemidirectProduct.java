package org.slth.group;

import java.util.Objects;
import java.util.function.IntBinaryOperator;

/**
 * (<i>n</i>, <i>h</i>)(<i>n′</i>, <i>h′</i>) = (<i>n</i> · <i>h</i>(<i>n′</i>), <i>hh′</i>), where
 * (<i>n</i>, <i>h</i>) is element <i>h</i>|<i>N</i>| + <i>n</i>.
 */
final class SemidirectProduct extends NamedGroup implements FiniteGroup {

  private final FiniteGroup normal;
  private final FiniteGroup acting;
  private final int[][] images; // [h][n]
  private final int order;

  SemidirectProduct(String name, FiniteGroup normal, FiniteGroup acting, IntBinaryOperator action) {
    super(name);
    this.normal = normal;
    this.acting = acting;
    this.order = DirectProduct.order(name, normal, acting);
    this.images = new int[acting.order()][normal.order()];
    for (int h = 0; h < images.length; h++) {
      for (int n = 0; n < normal.order(); n++) {
        images[h][n] = action.applyAsInt(h, n);
        requireElement(h, n);
      }
    }
    for (int h = 0; h < images.length; h++) {
      requireAutomorphism(h);
      requireAction(h);
    }
  }

  private void requireElement(int h, int n) {
    int image = images[h][n];
    if (image < 0 || image >= normal.order() || (h == 0 && image != n)) {
      throw new IllegalArgumentException(
          "%s: expected an action on %s, where the identity of %s moves nothing, but %d takes %d to %d"
              .formatted(name(), normal.name(), acting.name(), h, n, image));
    }
  }

  private void requireAutomorphism(int h) {
    for (int n = 0; n < normal.order(); n++) {
      for (int m = 0; m < normal.order(); m++) {
        if (images[h][normal.multiply(n, m)] != normal.multiply(images[h][n], images[h][m])) {
          throw new IllegalArgumentException(
              "%s: expected automorphisms of %s, but element %d of %s does not take the product of %d and %d to that of their images"
                  .formatted(name(), normal.name(), h, acting.name(), n, m));
        }
      }
    }
  }

  private void requireAction(int h) {
    for (int k = 0; k < images.length; k++) {
      for (int n = 0; n < normal.order(); n++) {
        if (images[acting.multiply(h, k)][n] != images[h][images[k][n]]) {
          throw new IllegalArgumentException(
              "%s: expected an action of %s, but the product of %d and %d does not move %d as %d after %d"
                  .formatted(name(), acting.name(), h, k, n, h, k));
        }
      }
    }
  }

  @Override
  public int order() {
    return order;
  }

  @Override
  public int multiply(int g, int g2) {
    int size = normal.order();
    int h = Objects.checkIndex(g, order) / size;
    int product = normal.multiply(g % size, images[h][Objects.checkIndex(g2, order) % size]);
    return acting.multiply(h, g2 / size) * size + product;
  }

  @Override
  public int inverse(int g) {
    int size = normal.order();
    int h = acting.inverse(Objects.checkIndex(g, order) / size);
    return h * size + images[h][normal.inverse(g % size)];
  }
}
