package org.slth.dl4j.ticket;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.ticket.Ticket;

/** Where a ticket comes from, as texts by name. */
public final class Provenance {

  private Provenance() {}

  /** Returns the versions of what runs here: {@code slth}, {@code dl4j}, {@code nd4j}, ... */
  public static Map<String, String> here() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        "slth",
        Optional.ofNullable(Ticket.class.getPackage().getImplementationVersion())
            .orElse("not packaged"));
    texts.put("dl4j", version("org.deeplearning4j", "deeplearning4j-nn"));
    texts.put("nd4j", version("org.nd4j", "nd4j-api"));
    texts.put("backend", Nd4j.getBackend().getClass().getSimpleName());
    texts.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    texts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return texts;
  }

  /** Maven leaves the version in every jar. */
  private static String version(String group, String artifact) {
    String file = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
    try (InputStream in = Provenance.class.getResourceAsStream(file)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
