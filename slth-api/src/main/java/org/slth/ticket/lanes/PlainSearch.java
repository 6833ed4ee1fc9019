package org.slth.ticket.lanes;

/** A row for each entry of a table. */
final class PlainSearch implements LaneSearch {

  private final HalfTable[] tables;
  private final Nearest nearest;

  PlainSearch(int[][] items, int half) {
    this.tables = new HalfTable[] {new HalfTable(items, 0, half), new HalfTable(items, half, half)};
    this.nearest = new Nearest(tables[0], tables[1]);
  }

  @Override
  public int lanes() {
    return nearest.best.length;
  }

  /** All lanes. */
  @Override
  public void grow(int from) {
    tables[0].grow();
    tables[1].grow();
  }

  @Override
  public void clear() {
    nearest.clear();
  }

  @Override
  public void nearest(int[] target) {
    nearest.search(target);
  }

  @Override
  public int[] best() {
    return nearest.best;
  }

  @Override
  public int[] second() {
    return nearest.second;
  }

  @Override
  public int[] place() {
    return nearest.place;
  }

  @Override
  public void find(int side, int[] sum, int[] width, int[] hits) {
    tables[side].find(sum, width, hits);
  }
}
