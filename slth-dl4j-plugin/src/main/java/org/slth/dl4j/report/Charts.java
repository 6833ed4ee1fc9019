package org.slth.dl4j.report;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The charts of a report. */
final class Charts {

  private static final Color[] COLOURS = {
    new Color(0x1f6f8b), new Color(0xd1603d), new Color(0x5b8c5a), new Color(0x7d5ba6)
  };

  private Charts() {}

  /**
   * Numbers over a common axis.
   *
   * @param name what the legend calls it
   */
  record Line(String name, List<Double> x, List<Double> y) {}

  /** Bars, one for each label and series; counts from 1 up where the axis is logarithmic. */
  static Drawing bars(String yTitle, boolean logarithmic, List<String> labels, List<Bars> series) {
    return (graphics, width, height) -> {
      CategoryChart chart = new CategoryChartBuilder().width(width).height(height).build();
      chart.setYAxisTitle(yTitle);
      plain(chart.getStyler());
      if (logarithmic) {
        chart.getStyler().setYAxisLogarithmic(true).setYAxisMin(1.0); // XChart's bars begin at 0
      }
      chart.getStyler().setXAxisLabelRotation(labels.size() > 6 ? 45 : 0);
      chart.getStyler().setAvailableSpaceFill(0.7);
      chart.getStyler().setLegendVisible(series.size() > 1);
      for (Bars each : series) {
        chart.addSeries(each.name(), labels, each.values());
      }
      chart.paint(graphics, width, height);
    };
  }

  /** Values of bars, one for each label. */
  record Bars(String name, List<Double> values) {}

  /** Lines over an axis of numbers. */
  static Drawing lines(String xTitle, String yTitle, boolean logarithmic, List<Line> lines) {
    return (graphics, width, height) -> {
      XYChart chart = new XYChartBuilder().width(width).height(height).build();
      chart.setXAxisTitle(xTitle);
      chart.setYAxisTitle(yTitle);
      plain(chart.getStyler());
      chart.getStyler().setYAxisLogarithmic(logarithmic);
      for (Line line : lines) {
        int[] shown =
            IntStream.range(0, line.x().size())
                .filter(i -> !logarithmic || line.y().get(i) > 0)
                .toArray();
        if (shown.length > 0) {
          List<Double> x = IntStream.of(shown).mapToObj(line.x()::get).toList();
          List<Double> y = IntStream.of(shown).mapToObj(line.y()::get).toList();
          chart.addSeries(line.name(), x, y).setMarker(SeriesMarkers.CIRCLE);
        }
      }
      chart.paint(graphics, width, height);
    };
  }

  private static void plain(AxesChartStyler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setSeriesColors(COLOURS);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setMarkerSize(5);
  }
}
