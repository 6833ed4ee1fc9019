/**
 * What a run found, as one HTML page and as images.
 *
 * <p>Start from {@link org.slth.dl4j.report.Report}:
 *
 * <pre>{@code
 * new Report.Builder("Rotated digits")
 *     .accuracy(0.981, 0.981)
 *     .layers(pruned.report())
 *     .errors(Certificate.of(pruned.ticket(), targets))
 *     .build()
 *     .writeHtml(file);
 * }</pre>
 *
 * <p>Conventions. A section is a title, a caption, and a chart or a table. All text is escaped
 * where it becomes HTML or SVG, and nowhere else.
 *
 * <p>Decisions.
 *
 * <ul>
 *   <li>The page holds all it shows and no script, and forbids the browser to load anything: charts
 *       are SVG in the page itself, so that they can be enlarged.
 *   <li>XChart draws (Apache License 2.0); Batik's {@code svggen} (the same) turns what it draws
 *       into SVG. Both are optional dependencies of the plugin: who makes reports adds {@code
 *       org.knowm.xchart:xchart}, without what it brings, and {@code
 *       org.apache.xmlgraphics:batik-svggen}.
 *   <li>Identifiers in the SVG of a chart begin with that of its section: in one page those of two
 *       charts would name each other's clips.
 *   <li>Charts want fonts. A server without any needs a package such as {@code fonts-dejavu-core}.
 * </ul>
 */
@API(status = API.Status.EXPERIMENTAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.report;

import org.apiguardian.api.API;
