package org.slth.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LayerSettingsTest {

  private static final LayerSettings DENSE =
      LayerSettings.of("org.vendor.Dense")
          .with("nin", 3)
          .with("gain", 0.5f)
          .with("hasBias", true)
          .with("mode", "SAME")
          .with("kernelSize", List.of(3, 2))
          .with("scales", Map.of("a", List.of(1, 2.5)))
          .with("activationFn", LayerSettings.of("org.vendor.ReLU").with("slope", 0));

  @Test
  void whatIsSetIsThere() {
    assertEquals("org.vendor.Dense", DENSE.type());
    assertEquals(3, DENSE.integer("nin"));
    assertEquals(3, DENSE.number("nin"));
    assertEquals(0.5, DENSE.number("gain"));
    assertTrue(DENSE.flag("hasBias"));
    assertEquals("SAME", DENSE.text("mode"));
    assertEquals(List.of(3, 2), DENSE.integers("kernelSize"));
    assertEquals(Map.of("a", List.of(1L, 2.5)), DENSE.value("scales"));
    assertEquals("org.vendor.ReLU", DENSE.nested("activationFn").type());
    assertTrue(DENSE.has("nin"));
    assertFalse(DENSE.has("nIn"));
  }

  @Test
  void aCopyWithAnotherValueLeavesTheFirst() {
    LayerSettings wider = DENSE.with("nin", 4);
    assertEquals(4, wider.integer("nin"));
    assertEquals(3, DENSE.integer("nin"));
    assertNotEquals(DENSE, wider);
    assertEquals(DENSE, wider.with("nin", 3L));
    assertEquals(DENSE.hashCode(), wider.with("nin", 3L).hashCode());
  }

  @Test
  void aListIsCopied() {
    List<Integer> sizes = new ArrayList<>(List.of(3, 2));
    LayerSettings settings = LayerSettings.of("a.B").with("size", sizes);
    sizes.set(0, 7);
    assertEquals(List.of(3, 2), settings.integers("size"));
  }

  @Test
  void whatIsNotThereIsAMistakeThatListsWhatIs() {
    assertEquals(
        "org.vendor.Dense has no setting nIn; it has activationFn, gain, hasBias, kernelSize, mode,"
            + " nin, scales",
        message(settings -> settings.integer("nIn")));
  }

  @Test
  void whatIsOfAnotherKindIsAMistake() {
    assertEquals(
        "setting gain of org.vendor.Dense: expected a whole number of 32 bits, got 0.5",
        message(settings -> settings.integer("gain")));
    assertEquals(
        "setting mode of org.vendor.Dense: expected a number, got SAME",
        message(settings -> settings.number("mode")));
    assertEquals(
        "setting nin of org.vendor.Dense: expected true or false, got 3",
        message(settings -> settings.flag("nin")));
    assertEquals(
        "setting nin of org.vendor.Dense: expected a text, got 3",
        message(settings -> settings.text("nin")));
    assertEquals(
        "setting mode of org.vendor.Dense: expected a list of whole numbers, got SAME",
        message(settings -> settings.integers("mode")));
    assertEquals(
        "setting hasBias of org.vendor.Dense: expected the settings of a part, got true",
        message(settings -> settings.nested("hasBias")));
    assertEquals(
        "setting big of org.vendor.Dense: expected a whole number of 32 bits, got 4294967296",
        message(settings -> settings.with("big", 1L << 32).integer("big")));
    assertEquals(
        "setting size: expected a boolean, a number, a text, settings, or a list or map of them, got"
            + " [I",
        message(settings -> settings.with("size", new int[] {3})));
    assertEquals(
        "expected the name of a class, got \" \"", message(settings -> LayerSettings.of(" ")));
  }

  private static String message(Function<LayerSettings, Object> mistake) {
    return assertThrows(IllegalArgumentException.class, () -> mistake.apply(DENSE)).getMessage();
  }

  @Test
  void aConfigurationIsNeutralAndTheFrameworksOwn() {
    AtomicInteger asked = new AtomicInteger();
    LayerConfiguration configuration =
        LayerConfiguration.of(
            List.of("layer"),
            () -> LayerSettings.of("org.vendor.Dense").with("asked", asked.incrementAndGet()));
    assertEquals(List.of("layer").getClass().getName(), configuration.type());
    assertEquals(0, asked.get());
    assertEquals(1, configuration.settings().integer("asked"));
    assertEquals(1, configuration.settings().integer("asked"));
    assertEquals(List.of("layer"), configuration.as(List.class).orElseThrow());
    assertEquals(Optional.empty(), configuration.as(String.class));
  }

  @Test
  void aConfigurationMayBeSettingsAlone() {
    LayerConfiguration configuration = LayerConfiguration.of(DENSE);
    assertEquals("org.vendor.Dense", configuration.type());
    assertSame(DENSE, configuration.settings());
    assertEquals(Optional.empty(), configuration.as(String.class));
  }
}
