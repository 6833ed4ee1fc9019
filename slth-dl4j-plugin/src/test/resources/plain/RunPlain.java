import java.io.File;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Runs a network with DL4J and ND4J alone: {@code chain|graph|samediff FILE EXPECTED OUTPUT
 * NAME=INPUT...}, where the last are arrays that ND4J has saved. Prints the relative error.
 */
final class RunPlain {

  private RunPlain() {}

  public static void main(String[] arguments) throws Exception {
    for (String absent : new String[] {"org.slth.group.Group", "org.slth.dl4j.layer.SlthLayer"}) {
      try {
        Class.forName(absent);
        throw new IllegalStateException(absent + " is on the class path");
      } catch (ClassNotFoundException e) {
        // as it shall be
      }
    }
    File file = new File(arguments[1]);
    INDArray expected = Nd4j.readBinary(new File(arguments[2]));
    Map<String, INDArray> inputs = new HashMap<>();
    INDArray[] inOrder = new INDArray[arguments.length - 4];
    for (int i = 0; i < inOrder.length; i++) {
      String[] named = arguments[i + 4].split("=", 2);
      inOrder[i] = Nd4j.readBinary(new File(named[1]));
      inputs.put(named[0], inOrder[i]);
    }
    INDArray actual =
        switch (arguments[0]) {
          case "chain" -> MultiLayerNetwork.load(file, false).output(inOrder[0]);
          case "graph" -> ComputationGraph.load(file, false).outputSingle(inOrder);
          default -> SameDiff.load(file, false).outputSingle(inputs, arguments[3]);
        };
    double gap = expected.sub(actual).norm2Number().doubleValue();
    System.out.println("relative error " + gap / expected.norm2Number().doubleValue());
  }
}
