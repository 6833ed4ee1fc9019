package org.slth.dl4j.internal;

import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The gated nonlinearity: with the gate g of a field v and s = sigmoid(g),
 *
 * <pre>
 *   y = s v,   dv = s dy,   dg = s (1 - s) (v . dy)
 * </pre>
 *
 * and an activation function on trivial fields.
 *
 * @param runs the runs of the output type
 * @param channels number of channels of the output type
 * @param activation of the trivial fields
 */
public record GatedFunction(List<GatedRun> runs, int channels, IActivation activation)
    implements LayerFunction {

  @Override
  public INDArray forward(INDArray input, boolean training, LayerContext context) {
    long[] shape = input.shape().clone();
    shape[1] = channels;
    INDArray result = context.result(shape);
    for (GatedRun run : runs) {
      INDArray v = run.fields().read(input);
      FieldRun gates = run.gates();
      INDArray y =
          gates == null
              ? activation.getActivation(v.dup('c'), training) // it may overwrite its argument
              : v.mul(Transforms.sigmoid(gates.read(input)));
      run.fields().write(result, y);
    }
    return result;
  }

  @Override
  public INDArray backward(INDArray input, INDArray epsilon, LayerContext context) {
    INDArray result = context.result(input.shape());
    for (GatedRun run : runs) {
      INDArray v = run.fields().read(input);
      INDArray dy = run.fields().read(epsilon);
      FieldRun gates = run.gates();
      if (gates == null) {
        INDArray byActivation = activation.backprop(v.dup('c'), dy.dup('c')).getFirst();
        run.fields().write(result, byActivation);
      } else {
        INDArray s = Transforms.sigmoid(gates.read(input));
        run.fields().write(result, dy.mul(s));
        INDArray slope = s.mul(s.rsub(1));
        gates.write(result, v.mul(dy).sum(true, 2).muli(slope));
      }
    }
    return result;
  }
}
