package org.slth.dl4j.internal.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.blas.params.MMulTranspose;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.LayerContext;
import org.slth.dl4j.internal.rows.RowKernels;
import org.slth.dl4j.internal.rows.RowMatrix;
import org.slth.dl4j.internal.vertex.VertexFunction;

/**
 * A map from tensors of order k to tensors of order l over the nodes of graphs:
 *
 * <pre>
 *   y = sum over b of  E_b (Z_b W_b),   Z_b = the reductions of x to order b, side by side
 * </pre>
 *
 * with one matrix product for each number b of linked indices and E_b the sum of the output's
 * patterns; the identity of k -&gt; k is a product of its own, x W, added to the rest in place.
 * Backward is the adjoint in reverse order, two products for each b. No array is larger than the
 * input or the output, times the number of orders of the linked indices.
 *
 * <p>Whatever is not a product is done graph after graph in Java memory, where a tensor of a graph
 * of 80 nodes and 32 channels still fits the second-level cache.
 */
public final class KOrderFunction implements VertexFunction {

  /** Name of the parameter that holds the coefficients {@code [diagrams, in, out]}. */
  public static final String WEIGHT = "W";

  /** Name of the parameter that holds the bias coefficients {@code [patterns, out]}. */
  public static final String BIAS = "b";

  private final KOrderPlan plan;
  private final TensorSide input;
  private final TensorSide output;
  private final int in;
  private final int out;
  private final boolean hasBias;

  private @Nullable List<RowKernels> reduced; // by the last forward pass in training

  /**
   * Creates the function of a layer.
   *
   * @param inputOrder k
   * @param outputOrder l
   * @param in number of input channels
   * @param out number of output channels
   * @param hasBias whether there is a bias
   * @param factor by which a contraction multiplies a sum over n nodes
   */
  public KOrderFunction(
      int inputOrder,
      int outputOrder,
      int in,
      int out,
      boolean hasBias,
      IntToDoubleFunction factor) {
    this.plan = KOrderPlan.of(inputOrder, outputOrder);
    this.input =
        new TensorSide(
            inputOrder,
            plan.input(),
            plan.levels().stream()
                .filter(level -> level.linked() < inputOrder)
                .map(level -> new TensorSide.Table(level.linked(), level.rows()))
                .toList(),
            factor);
    this.output =
        new TensorSide(
            outputOrder,
            plan.output(),
            plan.levels().stream()
                .map(level -> new TensorSide.Table(level.linked(), level.columns()))
                .toList(),
            n -> 1);
    this.in = in;
    this.out = out;
    this.hasBias = hasBias;
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, LayerContext context) {
    INDArray x = RowMatrix.plain(inputs[0]);
    GraphSizes sizes = GraphSizes.of(inputs[1], 1);
    List<INDArray> factors = input.collect(x, sizes);
    if (training) {
      reduced = factors.stream().map(RowKernels::of).toList();
    }
    List<INDArray> products = new ArrayList<>();
    List<INDArray> weights = tables(context);
    for (int level = 0; level < weights.size(); level++) {
      INDArray z = level < factors.size() ? factors.get(level) : x;
      products.add(product(z, false, weights.get(level), false));
    }
    if (hasBias) {
      INDArray bias = context.parameter(BIAS);
      products.get(0).addiRowVector(bias.reshape('c', 1, bias.length()));
    }
    INDArray y = context.result(sizes.rows(output.order()), out);
    output.distribute(products, sizes, y);
    if (plan.identity() >= 0) {
      accumulate(x, identity(context), false, y);
    }
    return y;
  }

  @Override
  public @Nullable INDArray[] backward(
      INDArray[] inputs, INDArray epsilon, boolean[] wanted, LayerContext context) {
    INDArray x = RowMatrix.plain(inputs[0]);
    INDArray dy = RowMatrix.plain(epsilon);
    GraphSizes sizes = GraphSizes.of(inputs[1], 1);
    List<INDArray> byProduct = output.collect(dy, sizes);
    if (hasBias) {
      INDArray view = context.gradient(BIAS);
      view.assign(byProduct.get(0).sum(0).reshape('c', view.shape()));
    }
    byWeight(x, dy, factors(x, sizes), byProduct, context);
    return new @Nullable INDArray[] {wanted[0] ? byInput(x, dy, sizes, byProduct, context) : null};
  }

  private List<INDArray> factors(INDArray x, GraphSizes sizes) {
    List<RowKernels> known = reduced;
    reduced = null;
    return known == null
        ? input.collect(x, sizes)
        : known.stream().map(rows -> rows.array(x.dataType())).toList();
  }

  private void byWeight(
      INDArray x,
      INDArray dy,
      List<INDArray> factors,
      List<INDArray> byProduct,
      LayerContext context) {
    INDArray view = context.gradient(WEIGHT);
    RowKernels gradient = RowKernels.zeros(view.dataType(), view.size(0) * in, out);
    for (int level = 0; level < byProduct.size(); level++) {
      INDArray z = level < factors.size() ? factors.get(level) : x;
      INDArray table = product(z, true, byProduct.get(level), false);
      plan.levels().get(level).disassemble(RowKernels.of(table), gradient);
    }
    if (plan.identity() >= 0) {
      RowKernels own = RowKernels.of(product(x, true, dy, false));
      gradient.add(plan.identity() * in, own, 0, in);
    }
    gradient.write(view.reshape('c', gradient.rows(), out));
  }

  private INDArray byInput(
      INDArray x, INDArray dy, GraphSizes sizes, List<INDArray> byProduct, LayerContext context) {
    List<INDArray> weights = tables(context);
    int lower = input.tables();
    List<INDArray> byFactor = new ArrayList<>();
    for (int level = 0; level < lower; level++) {
      byFactor.add(product(byProduct.get(level), false, weights.get(level), true));
    }
    INDArray dx = context.result(x.shape());
    input.distribute(byFactor, sizes, dx);
    for (int level = lower; level < weights.size(); level++) {
      accumulate(byProduct.get(level), weights.get(level), true, dx);
    }
    if (plan.identity() >= 0) {
      accumulate(dy, identity(context), true, dx);
    }
    return dx;
  }

  private List<INDArray> tables(LayerContext context) {
    RowKernels rows = coefficients(context);
    DataType type = context.parameter(WEIGHT).dataType();
    return plan.levels().stream()
        .map(level -> level.assembled(rows, in, type).array(type))
        .toList();
  }

  /** A copy: of some views of three dimensions ND4J 1.0.0-M2.1 gives a scalar as a slice. */
  private INDArray identity(LayerContext context) {
    DataType type = context.parameter(WEIGHT).dataType();
    RowKernels own = RowKernels.zeros(type, in, out);
    own.add(0, coefficients(context), plan.identity() * in, in);
    return own.array(type);
  }

  private RowKernels coefficients(LayerContext context) {
    INDArray weight = context.parameter(WEIGHT);
    return RowKernels.of(weight.reshape('c', weight.size(0) * in, out));
  }

  private static INDArray product(INDArray a, boolean transposeA, INDArray b, boolean transposeB) {
    INDArray c =
        Nd4j.createUninitialized(
            a.dataType(), new long[] {a.size(transposeA ? 1 : 0), b.size(transposeB ? 0 : 1)}, 'c');
    execute(a, transposeA, b, transposeB, c, 0);
    return c;
  }

  private static void accumulate(INDArray a, INDArray b, boolean transposeB, INDArray c) {
    execute(a, false, b, transposeB, c, 1);
  }

  /** c = a b + beta c, with transposes: in C order this copies nothing, unlike Nd4j.gemm. */
  private static void execute(
      INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray c, double beta) {
    MMulTranspose transposes =
        MMulTranspose.builder().transposeA(transposeA).transposeB(transposeB).build();
    Nd4j.exec(new Mmul(a, b, c, 1.0, beta, transposes));
  }
}
