package org.slth.dl4j.certificate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.shade.jackson.core.JsonFactory;
import org.nd4j.shade.jackson.core.JsonParser;
import org.nd4j.shade.jackson.core.JsonToken;
import org.slth.ticket.certificate.Certificate;
import org.slth.ticket.certificate.CertifiedInput;
import org.slth.ticket.certificate.CertifiedLayer;
import org.slth.ticket.certificate.Claim;

/** Reads the claims of what {@link CertificateWriter} writes, token by token. */
final class CertificateReader {

  private final JsonParser json;

  private CertificateReader(JsonParser json) {
    this.json = json;
  }

  static Certificate read(Path file) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      return new CertificateReader(json).read();
    } catch (IllegalArgumentException e) {
      throw new IOException("%s is no certificate: %s".formatted(file, e.getMessage()), e);
    }
  }

  private Certificate read() throws IOException {
    expect(JsonToken.START_OBJECT);
    name("format");
    String format = json.nextTextValue();
    name("version");
    int version = json.nextIntValue(0);
    if (!CertificateWriter.FORMAT.equals(format) || version != CertificateWriter.VERSION) {
      throw wrong(
          "expected format %s, version %d, got %s, %d"
              .formatted(CertificateWriter.FORMAT, CertificateWriter.VERSION, format, version));
    }
    String field = json.nextFieldName();
    while ("bound".equals(field) || "measured".equals(field)) {
      json.nextToken();
      json.skipChildren();
      field = json.nextFieldName();
    }
    if (!"layers".equals(field)) {
      throw wrong("expected \"layers\", got \"%s\"".formatted(field));
    }
    List<CertifiedLayer> layers = list(this::layer);
    expect(JsonToken.END_OBJECT);
    return new Certificate(layers);
  }

  /** Reads one element, whose first token is the current one. */
  private interface Element<T> {
    T read() throws IOException;
  }

  private <T> List<T> list(Element<T> element) throws IOException {
    expect(JsonToken.START_ARRAY);
    List<T> list = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(element.read());
    }
    return list;
  }

  private CertifiedLayer layer() throws IOException {
    current(JsonToken.START_OBJECT);
    name("name");
    String name = json.nextTextValue();
    name("constant");
    Boolean constant = json.nextBooleanValue();
    if (name == null || constant == null) {
      throw wrong("expected the name of a layer, and whether it has a constant");
    }
    name("inputs");
    List<CertifiedInput> inputs = list(this::input);
    expect(JsonToken.END_OBJECT);
    return new CertifiedLayer(name, constant, inputs);
  }

  private CertifiedInput input() throws IOException {
    current(JsonToken.START_OBJECT);
    name("positive");
    List<Claim> positive = list(this::claim);
    name("negative");
    List<Claim> negative = list(this::claim);
    expect(JsonToken.END_OBJECT);
    return new CertifiedInput(positive, negative);
  }

  private Claim claim() throws IOException {
    current(JsonToken.START_ARRAY);
    expect(JsonToken.VALUE_NUMBER_INT);
    int attempt = json.getIntValue();
    double target = number();
    double deviation = number();
    List<Integer> kept = list(this::copy);
    expect(JsonToken.END_ARRAY);
    return new Claim(attempt, target, kept, deviation);
  }

  private Integer copy() throws IOException {
    current(JsonToken.VALUE_NUMBER_INT);
    return json.getIntValue();
  }

  private double number() throws IOException {
    json.nextToken();
    if (!json.currentToken().isNumeric()) {
      throw wrong("expected a number, got " + json.currentToken());
    }
    return json.getDoubleValue();
  }

  private void name(String expected) throws IOException {
    String name = json.nextFieldName();
    if (!expected.equals(name)) {
      throw wrong("expected \"%s\", got \"%s\"".formatted(expected, name));
    }
  }

  private void expect(JsonToken expected) throws IOException {
    json.nextToken();
    current(expected);
  }

  private void current(JsonToken expected) throws IOException {
    if (json.currentToken() != expected) {
      throw wrong("expected %s, got %s".formatted(expected, json.currentToken()));
    }
  }

  private IllegalArgumentException wrong(String message) {
    var place = json.getCurrentLocation();
    return new IllegalArgumentException(
        "%s (line %d, column %d)".formatted(message, place.getLineNr(), place.getColumnNr()));
  }
}
