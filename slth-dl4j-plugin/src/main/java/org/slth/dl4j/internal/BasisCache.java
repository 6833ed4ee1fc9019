package org.slth.dl4j.internal;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.expansion.BasisStack;
import org.slth.kernel.KernelBasisProvider;
import org.slth.kernel.KernelGrid;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.Representation;

/**
 * The steerable bases in use, found by the texts that define them, so that equal layers share them,
 * also after loading. Memory that runs short empties it. May be used by many threads at once.
 */
public final class BasisCache {

  private static final BasisCache SHARED = new BasisCache();

  private final ConcurrentHashMap<Object, SoftReference<Object>> entries =
      new ConcurrentHashMap<>();

  private BasisCache() {}

  /** Returns the cache of this process. */
  public static BasisCache shared() {
    return SHARED;
  }

  /** The texts that define a basis. */
  private record Key(String provider, String group, String input, String output, int size) {}

  private record ArrayKey(Key basis, DataType type) {}

  private record StackKey(Key basis, DataType type) {}

  /**
   * Returns the basis of the kernels from one representation to another.
   *
   * @param provider the name of the kind of basis
   * @param input how the group acts before the convolution
   * @param output how it acts after it
   * @param size width of the kernel
   */
  public SteerableKernelBasis basis(
      String provider, Representation input, Representation output, int size) {
    return get(
        SteerableKernelBasis.class,
        key(provider, input, output, size),
        () -> KernelBasisProvider.named(provider).basis(input, output, KernelGrid.square(size)));
  }

  /**
   * Returns the same basis as an array {@code [elements, cells * input * output]}, never to be
   * written to.
   *
   * @param provider the name of the kind of basis
   * @param input how the group acts before the convolution
   * @param output how it acts after it
   * @param size width of the kernel
   * @param type the data type of the array
   */
  public INDArray array(
      String provider, Representation input, Representation output, int size, DataType type) {
    return get(
        INDArray.class,
        new ArrayKey(key(provider, input, output, size), type),
        () -> Workspaces.outside(() -> array(basis(provider, input, output, size), type)));
  }

  /**
   * Returns the same basis in parts that share no pair of channels, never to be written to.
   *
   * @param provider the name of the kind of basis
   * @param input how the group acts before the convolution
   * @param output how it acts after it
   * @param size width of the kernel
   * @param type the data type of the values
   */
  @SuppressWarnings("unchecked") // what the key's class makes
  public List<BasisStack> stacks(
      String provider, Representation input, Representation output, int size, DataType type) {
    return get(
        List.class,
        new StackKey(key(provider, input, output, size), type),
        () -> Workspaces.outside(() -> BasisStack.of(basis(provider, input, output, size), type)));
  }

  private static Key key(String provider, Representation input, Representation output, int size) {
    return new Key(provider, input.group().name(), input.name(), output.name(), size);
  }

  private <T> T get(Class<T> kind, Object key, Supplier<T> supplier) {
    SoftReference<Object> reference = entries.get(key);
    @Nullable Object known = reference == null ? null : reference.get();
    if (known != null) {
      return kind.cast(known);
    }
    T made = supplier.get(); // two threads may both make it: the result is the same
    entries.put(key, new SoftReference<>(made));
    return made;
  }

  private static INDArray array(SteerableKernelBasis basis, DataType type) {
    int inputs = basis.input().dimension();
    int outputs = basis.output().dimension();
    int cells = basis.grid().cells();
    int length = cells * inputs * outputs;
    INDArray array = Nd4j.createUninitialized(type, basis.size(), length);
    for (int k = 0; k < basis.size(); k++) {
      double[] row = new double[length];
      basis
          .sparse(k) // [output, input, cell]
          .forEach(
              (i, value) -> {
                int pair = i / cells;
                row[(i % cells * inputs + pair % inputs) * outputs + pair / inputs] = value;
              });
      Nd4jBridge.assign(array.getRow(k), row);
    }
    return array;
  }
}
