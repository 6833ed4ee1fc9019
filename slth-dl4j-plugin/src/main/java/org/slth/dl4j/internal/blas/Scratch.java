package org.slth.dl4j.internal.blas;

import java.lang.ref.SoftReference;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.Workspaces;

/**
 * Memory that calls lend to each other, since fresh pages cost as much as the arithmetic done in
 * them. What nobody uses is given back when Java's memory becomes scarce.
 */
public final class Scratch implements AutoCloseable {

  private static final Map<DataType, Deque<SoftReference<INDArray>>> FREE =
      new ConcurrentHashMap<>();

  private final INDArray array;
  private long used;

  private Scratch(INDArray array) {
    this.array = array;
  }

  /**
   * Takes memory until it is closed.
   *
   * @param type of the numbers
   * @param numbers how many
   */
  public static Scratch of(DataType type, long numbers) {
    Deque<SoftReference<INDArray>> free = free(type);
    for (var next = free.poll(); next != null; next = free.poll()) {
      INDArray known = next.get();
      if (known != null && known.length() >= numbers) {
        return new Scratch(known);
      }
    }
    return new Scratch(Workspaces.outside(() -> Nd4j.createUninitialized(type, numbers)));
  }

  private static Deque<SoftReference<INDArray>> free(DataType type) {
    return FREE.computeIfAbsent(type, key -> new ConcurrentLinkedDeque<>());
  }

  /**
   * Returns the next numbers, uninitialised.
   *
   * @param numbers how many
   */
  public Operand next(long numbers) {
    if (used + numbers > array.length()) {
      throw new IllegalStateException(
          "expected at most %d numbers, got %d".formatted(array.length(), used + numbers));
    }
    Operand operand = Operand.of(array, 1).from(used);
    used += numbers;
    return operand;
  }

  @Override
  public void close() {
    free(array.dataType()).push(new SoftReference<>(array));
  }
}
