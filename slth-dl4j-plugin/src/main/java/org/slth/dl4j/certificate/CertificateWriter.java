package org.slth.dl4j.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.nd4j.shade.jackson.core.JsonEncoding;
import org.nd4j.shade.jackson.core.JsonFactory;
import org.nd4j.shade.jackson.core.JsonGenerator;
import org.slth.ticket.certificate.CertifiedInput;
import org.slth.ticket.certificate.CertifiedLayer;
import org.slth.ticket.certificate.Claim;
import org.slth.ticket.file.AtomicFile;

/**
 * Writes a certificate as JSON:
 *
 * <pre>{@code
 * { "format": "slth-certificate", "version": 1,
 *   "bound": { "radius", "error" or "obstacle", "layers": [ { "layer", "norm", ... } ] },
 *   "measured": { "examples", "norm", "entry" },
 *   "layers": [ { "name", "constant", "inputs": [ { "positive": [ CLAIM ], "negative": [ CLAIM ] } ] } ] }
 * }</pre>
 *
 * where a claim is {@code [attempt, target, deviation, [kept copies]]}, and numbers are written so
 * that they read back as the same doubles.
 */
final class CertificateWriter {

  static final String FORMAT = "slth-certificate";
  static final int VERSION = 1;

  private final JsonGenerator json;

  private CertificateWriter(JsonGenerator json) {
    this.json = json;
  }

  static void write(NetworkCertificate certificate, Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes, JsonEncoding.UTF8)) {
      new CertificateWriter(json).write(certificate);
    }
    AtomicFile.write(file, bytes.toByteArray());
  }

  private void write(NetworkCertificate certificate) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", FORMAT);
    json.writeNumberField("version", VERSION);
    if (certificate.bound().isPresent()) {
      write(certificate.bound().get());
    }
    if (certificate.measured().isPresent()) {
      write(certificate.measured().get());
    }
    json.writeArrayFieldStart("layers");
    for (CertifiedLayer layer : certificate.claims().layers()) {
      write(layer);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(OutputBound bound) throws IOException {
    json.writeObjectFieldStart("bound");
    json.writeNumberField("radius", bound.radius());
    if (bound.error().isPresent()) {
      json.writeNumberField("error", bound.error().getAsDouble());
    } else {
      json.writeStringField("obstacle", bound.obstacle());
    }
    json.writeArrayFieldStart("layers");
    for (LayerBound layer : bound.layers()) {
      json.writeStartObject();
      json.writeStringField("layer", layer.layer());
      json.writeNumberField("norm", layer.norm());
      json.writeNumberField("difference", layer.difference());
      json.writeNumberField("bias", layer.bias());
      json.writeNumberField("size", layer.size());
      json.writeNumberField("error", layer.error());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(OutputDifference measured) throws IOException {
    json.writeObjectFieldStart("measured");
    json.writeNumberField("examples", measured.examples());
    json.writeNumberField("norm", measured.norm());
    json.writeNumberField("entry", measured.entry());
    json.writeEndObject();
  }

  private void write(CertifiedLayer layer) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", layer.name());
    json.writeBooleanField("constant", layer.constant());
    json.writeArrayFieldStart("inputs");
    for (CertifiedInput input : layer.inputs()) {
      json.writeStartObject();
      write("positive", input.positive());
      write("negative", input.negative());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(String sign, List<Claim> claims) throws IOException {
    json.writeArrayFieldStart(sign);
    for (Claim claim : claims) {
      json.writeStartArray();
      json.writeNumber(claim.attempt());
      json.writeNumber(claim.target());
      json.writeNumber(claim.deviation());
      json.writeStartArray();
      for (int copy : claim.kept()) {
        json.writeNumber(copy);
      }
      json.writeEndArray();
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
