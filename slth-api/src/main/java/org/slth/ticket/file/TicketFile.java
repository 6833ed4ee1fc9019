package org.slth.ticket.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slth.ticket.Ticket;

/**
 * A ticket with all that is needed to make its network again on another machine: the contents of an
 * {@code .slt} file.
 *
 * <p>{@code TicketFile.read(path)} equals what {@code write(path)} wrote. Reading a file is safe,
 * whoever made it: nothing is allocated that the length of the file does not warrant, and the
 * configuration is a text that nobody has read yet. The format is described in {@code
 * package-info}.
 *
 * @param kind of which class the configuration is
 * @param configuration of the network in the framework's own words, DL4J's JSON: for a subset-sum
 *     ticket of the target, else of the masked network
 * @param ticket seed and masks
 * @param parameters what is not random: of a subset-sum ticket those of copied layers, else
 *     everything but the masked arrays
 * @param provenance how the ticket came about, texts by name, in this order; not part of its {@link
 *     #identity()}
 */
public record TicketFile(
    NetworkKind kind,
    String configuration,
    Ticket ticket,
    List<FixedParameter> parameters,
    Map<String, String> provenance) {

  /** Copies list and map. */
  public TicketFile {
    parameters = List.copyOf(parameters);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  /**
   * Reads a file.
   *
   * @throws TicketFormatException if it is not a whole ticket file of a version known here
   * @throws IOException if it cannot be read
   */
  public static TicketFile read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    } catch (TicketFormatException e) {
      throw new TicketFormatException(file + " is no ticket file: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a stream to its end.
   *
   * @param in left open
   * @throws TicketFormatException if it is not a whole ticket file of a version known here
   * @throws IOException if it cannot be read
   */
  public static TicketFile read(InputStream in) throws IOException {
    return decode(Container.open(in));
  }

  private static TicketFile decode(FieldReader file) throws TicketFormatException {
    FieldReader network = reader(Part.NETWORK, file);
    NetworkKind kind = network.choice("kind of network", NetworkKind.values(), NetworkKind::code);
    String configuration = network.text();
    network.end();
    Ticket ticket = TicketFields.read(reader(Part.TICKET, file), reader(Part.MASKS, file));
    List<FixedParameter> parameters = parameters(reader(Part.PARAMETERS, file));
    Map<String, String> provenance = provenance(reader(Part.PROVENANCE, file));
    file.end();
    return new TicketFile(kind, configuration, ticket, parameters, provenance);
  }

  private static FieldReader reader(Part part, FieldReader file) throws TicketFormatException {
    return new FieldReader(part.title(), part.read(file));
  }

  private static List<FixedParameter> parameters(FieldReader fields) throws TicketFormatException {
    List<FixedParameter> parameters = new ArrayList<>();
    for (int rest = fields.count(3); rest > 0; rest--) {
      parameters.add(FixedParameter.read(fields));
    }
    fields.end();
    return parameters;
  }

  private static Map<String, String> provenance(FieldReader fields) throws TicketFormatException {
    Map<String, String> provenance = new LinkedHashMap<>();
    for (int rest = fields.count(2); rest > 0; rest--) {
      String name = fields.text();
      if (provenance.put(name, fields.text()) != null) {
        throw fields.broken("each name once", name);
      }
    }
    fields.end();
    return provenance;
  }

  /**
   * Writes a file, so that it is whole or not there.
   *
   * @throws IOException if that fails; then the file is as it was
   */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, encode());
  }

  /**
   * Writes to a stream.
   *
   * @param out left open
   * @throws IOException if that fails
   */
  public void write(OutputStream out) throws IOException {
    out.write(encode());
  }

  private byte[] encode() {
    FieldWriter file = new FieldWriter();
    contents().forEach((part, bytes) -> part.write(bytes, file));
    return Container.seal(file.toByteArray());
  }

  /**
   * Returns the SHA-256 of everything but the provenance, before compression, in hexadecimal:
   * tickets of equal identity make equal networks.
   */
  public String identity() {
    MessageDigest digest = Container.sha256();
    contents()
        .forEach(
            (part, bytes) -> {
              if (part != Part.PROVENANCE) {
                digest.update(new FieldWriter().number(bytes.length).bytes(bytes).toByteArray());
              }
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private Map<Part, byte[]> contents() {
    FieldWriter network = new FieldWriter().code(kind.code()).text(configuration);
    FieldWriter fields = new FieldWriter();
    FieldWriter masks = new FieldWriter();
    TicketFields.write(ticket, fields, masks);
    FieldWriter fixed = new FieldWriter().number(parameters.size());
    parameters.forEach(parameter -> parameter.write(fixed));
    FieldWriter texts = new FieldWriter().number(provenance.size());
    provenance.forEach((name, value) -> texts.text(name).text(value));
    Map<Part, byte[]> contents = new LinkedHashMap<>(); // in the order of the file
    contents.put(Part.NETWORK, network.toByteArray());
    contents.put(Part.TICKET, fields.toByteArray());
    contents.put(Part.MASKS, masks.toByteArray());
    contents.put(Part.PARAMETERS, fixed.toByteArray());
    contents.put(Part.PROVENANCE, texts.toByteArray());
    return contents;
  }
}
