package org.slth.dl4j.ticket;

import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JavaType;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.cfg.MapperConfig;
import org.nd4j.shade.jackson.databind.jsontype.PolymorphicTypeValidator;

/**
 * Reads configurations of DL4J in which no class is loaded but those known here: DL4J's own reader
 * makes any class on the class path that fits, once it has run its static code whether it fits or
 * not.
 */
final class SafeConfigurations {

  /** Packages of DL4J's, ND4J's and SLTH's configurations. */
  private static final List<String> PACKAGES =
      List.of(
          "org.deeplearning4j.nn.conf.",
          "org.deeplearning4j.nn.weights.",
          "org.nd4j.linalg.activations.impl.",
          "org.nd4j.linalg.learning.config.",
          "org.nd4j.linalg.learning.regularization.",
          "org.nd4j.linalg.lossfunctions.impl.",
          "org.nd4j.linalg.schedule.",
          "org.slth.dl4j.graph.",
          "org.slth.dl4j.layer.",
          "org.slth.dl4j.training.");

  private final Set<String> allowed;
  private final ObjectMapper mapper;

  /**
   * Knows some more classes.
   *
   * @param allowed their full names
   */
  SafeConfigurations(Set<String> allowed) {
    this.allowed = Set.copyOf(allowed);
    this.mapper = NeuralNetConfiguration.mapper().copy();
    mapper.setPolymorphicTypeValidator(new Known());
  }

  /**
   * Reads a configuration.
   *
   * @throws IllegalArgumentException if it is none, or names a class that is not known
   */
  <T> T read(String json, Class<T> type) {
    String checked = ConfigurationText.checked(json, this::requireKnown);
    try {
      return mapper.readValue(checked, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "DL4J cannot read this configuration: " + e.getOriginalMessage(), e);
    }
  }

  private void requireKnown(String name) {
    if (!isKnown(name)) {
      throw new IllegalArgumentException(
          "the configuration names the class %s, which is none of DL4J's or SLTH's; if you trust it,"
                  .formatted(name)
              + " allow it by name");
    }
  }

  private boolean isKnown(String name) {
    return allowed.contains(name) || PACKAGES.stream().anyMatch(name::startsWith);
  }

  /** Asked before a class is loaded; that it is of the type wanted is checked by Jackson. */
  private final class Known extends PolymorphicTypeValidator {

    private static final long serialVersionUID = 1;

    @Override
    public Validity validateBaseType(MapperConfig<?> config, JavaType base) {
      return Validity.INDETERMINATE;
    }

    @Override
    public Validity validateSubClassName(MapperConfig<?> config, JavaType base, String name) {
      return isKnown(name) ? Validity.ALLOWED : Validity.DENIED;
    }

    @Override
    public Validity validateSubType(MapperConfig<?> config, JavaType base, JavaType type) {
      return isKnown(type.getRawClass().getName()) ? Validity.ALLOWED : Validity.DENIED;
    }
  }
}
