package org.slth.dl4j.internal;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.representation.FieldType;

/**
 * Equal fields that follow each other, as a part of an array {@code [batch, channels, ...]}.
 *
 * @param field index of the first field
 * @param channel index of the first channel
 * @param count number of fields
 * @param dimension channels of each field
 * @param permutes whether the group permutes the channels of a field
 */
public record FieldRun(int field, int channel, int count, int dimension, boolean permutes) {

  /** Returns the runs of a type, in order. */
  public static List<FieldRun> of(FieldType type) {
    List<FieldRun> runs = new ArrayList<>();
    int field = 0;
    for (FieldType.Run run : type.runs()) {
      int dimension = run.representation().dimension();
      boolean permutes = run.representation().isPermutation();
      runs.add(new FieldRun(field, type.offset(field), run.count(), dimension, permutes));
      field += run.count();
    }
    return List.copyOf(runs);
  }

  /** Returns this run of an array as {@code [batch, count, dimension, pixels]}; perhaps a copy. */
  INDArray read(INDArray array) {
    INDArray part = slice(array, channel, (long) count * dimension);
    return part.reshape('c', array.size(0), count, dimension, part.size(2));
  }

  /** Returns one number per field and pixel of an array {@code [batch, fields, ...]}. */
  INDArray readFields(INDArray array) {
    INDArray part = slice(array, field, count);
    return part.reshape('c', array.size(0), count, 1, part.size(2));
  }

  /** Overwrites this run of an array in C order. */
  void write(INDArray array, INDArray values) {
    INDArray part = slice(array, channel, (long) count * dimension);
    part.assign(values.reshape('c', part.shape()));
  }

  /** Overwrites the numbers of this run's fields in an array {@code [batch, fields, ...]}. */
  void writeFields(INDArray array, INDArray values) {
    INDArray part = slice(array, field, count);
    part.assign(values.reshape('c', part.shape()));
  }

  /** Returns this run's part of one number per field, {@code [1, count, 1, 1]}. */
  INDArray numbers(INDArray perField) {
    return part(perField).reshape('c', 1, count, 1, 1);
  }

  /** Overwrites this run's part of one number per field. */
  void writeNumbers(INDArray perField, INDArray values) {
    part(perField).assign(values.reshape(new long[] {count}));
  }

  private INDArray part(INDArray perField) {
    return perField
        .reshape(new long[] {perField.length()})
        .get(interval(field, (long) field + count));
  }

  private static INDArray slice(INDArray array, long from, long length) {
    long pixels = array.length() / (array.size(0) * array.size(1));
    INDArray flat = array.reshape('c', array.size(0), array.size(1), pixels);
    return length == array.size(1) ? flat : flat.get(all(), interval(from, from + length), all());
  }
}
