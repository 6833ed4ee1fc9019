package org.slth.dl4j.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as one HTML page that loads nothing and runs nothing. */
final class HtmlPage {

  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;\
      color:#222;background:#fff}
      h1{font-size:1.7rem}h2{font-size:1.2rem;margin:2.2rem 0 .3rem}
      p{margin:.2rem 0 .8rem;color:#555}
      table{border-collapse:collapse;font-variant-numeric:tabular-nums}
      td,th{padding:.2rem .8rem .2rem 0;border-bottom:1px solid #ddd;text-align:right}
      td:first-child,th:first-child{text-align:left}
      svg{max-width:100%;height:auto}
      .wide{overflow-x:auto}
      """;

  private HtmlPage() {}

  /**
   * Returns the page.
   *
   * @param facts labels and values in their order
   */
  static String of(String title, Map<String, String> facts, List<Section> sections) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
    page.append("<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\"")
        .append(" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n")
        .append("<link rel=\"icon\" href=\"data:,\">\n") // or browsers ask for one
        .append("<title>%s</title>%n".formatted(escaped(title)))
        .append("<style>%s</style>%n</head>%n<body>%n".formatted(STYLE))
        .append("<h1>%s</h1>%n".formatted(escaped(title)));
    if (!facts.isEmpty()) {
      page.append(
          table(facts.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList()));
    }
    sections.forEach(section -> page.append(section(section)));
    return page.append("</body>\n</html>\n").toString();
  }

  private static String section(Section section) {
    String head =
        "<section id=\"%s\">%n<h2>%s</h2>%n<p>%s</p>%n"
            .formatted(section.id(), escaped(section.title()), escaped(section.caption()));
    String drawing =
        section.drawing().map(d -> Svg.of(d, section.id(), section.title()) + "\n").orElse("");
    String table = section.table().isEmpty() ? "" : tableWithHead(section.table());
    return head + drawing + table + "</section>\n";
  }

  private static String tableWithHead(List<List<String>> rows) {
    return "<div class=\"wide\"><table>\n<thead>%s</thead>%n<tbody>%n%s</tbody>%n</table></div>%n"
        .formatted(
            row("th", rows.get(0)),
            rows.stream().skip(1).map(r -> row("td", r)).collect(Collectors.joining()));
  }

  private static String table(List<List<String>> rows) {
    return "<table>\n<tbody>\n%s</tbody>%n</table>%n"
        .formatted(rows.stream().map(r -> row("td", r)).collect(Collectors.joining()));
  }

  private static String row(String cell, List<String> texts) {
    return texts.stream()
        .map(text -> "<%1$s>%2$s</%1$s>".formatted(cell, escaped(text)))
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  /** Returns a text as it may stand in HTML, in an attribute too. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
