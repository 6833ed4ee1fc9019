package org.slth.dl4j.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntBiFunction;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;

/**
 * Where the coefficients of each pair of fields lie in the parameter {@code W} of a convolution.
 *
 * <p>For each run of equal output fields, and in it for each run of equal input fields, there is a
 * contiguous block {@code [outputs, inputs, size]} in C order.
 */
public final class CoefficientLayout {

  private final List<Block> blocks;
  private final Block[][] blockOf; // [output field][input field]
  private final int total;

  /**
   * The coefficients from one run of input fields to one run of output fields.
   *
   * @param offset index of the first coefficient
   * @param firstOutput the first output field
   * @param outputs number of output fields
   * @param firstInput the first input field
   * @param inputs number of input fields
   * @param size coefficients of each pair, perhaps 0
   */
  public record Block(
      int offset, int firstOutput, int outputs, int firstInput, int inputs, int size) {}

  private CoefficientLayout(
      FieldType input, FieldType output, ToIntBiFunction<Representation, Representation> sizes) {
    blocks = new ArrayList<>();
    blockOf = new Block[output.size()][input.size()];
    int offset = 0;
    int firstOutput = 0;
    for (FieldType.Run to : output.runs()) {
      int firstInput = 0;
      for (FieldType.Run from : input.runs()) {
        int size = sizes.applyAsInt(from.representation(), to.representation());
        Block block = new Block(offset, firstOutput, to.count(), firstInput, from.count(), size);
        add(block);
        offset += to.count() * from.count() * size;
        firstInput += from.count();
      }
      firstOutput += to.count();
    }
    total = offset;
  }

  private void add(Block block) {
    blocks.add(block);
    for (int p = 0; p < block.outputs(); p++) {
      for (int q = 0; q < block.inputs(); q++) {
        blockOf[block.firstOutput() + p][block.firstInput() + q] = block;
      }
    }
  }

  /**
   * Returns the layout between two types.
   *
   * @param input the type of the input
   * @param output the type of the output
   * @param sizes the number of basis elements from an input to an output representation
   */
  static CoefficientLayout of(
      FieldType input, FieldType output, ToIntBiFunction<Representation, Representation> sizes) {
    return new CoefficientLayout(input, output, sizes);
  }

  /** Returns the number of coefficients. */
  public int total() {
    return total;
  }

  /** Returns the blocks in order, also those without coefficients. */
  public List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /**
   * Returns the number of coefficients of a pair of fields.
   *
   * @param p the output field
   * @param q the input field
   */
  public int size(int p, int q) {
    return block(p, q).size();
  }

  /**
   * Returns the index of the first coefficient of a pair of fields.
   *
   * @param p the output field
   * @param q the input field
   */
  public int offset(int p, int q) {
    Block block = block(p, q);
    int pair = (p - block.firstOutput()) * block.inputs() + q - block.firstInput();
    return block.offset() + pair * block.size();
  }

  private Block block(int p, int q) {
    Objects.checkIndex(p, blockOf.length);
    return blockOf[p][Objects.checkIndex(q, blockOf[p].length)];
  }
}
