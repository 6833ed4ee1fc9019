package org.slth.dl4j.ticket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.TicketLayer;
import org.slth.ticket.file.TicketFile;

/** What may happen to a ticket file, by accident or by an enemy who makes the checksum anew. */
enum FileMutations {
  BIT_FLIPS {
    @Override
    byte[] apply(TicketFile file, SplittableRandom random) {
      return flipped(bytes(file), random);
    }
  },
  TRUNCATION {
    @Override
    byte[] apply(TicketFile file, SplittableRandom random) {
      byte[] bytes = bytes(file);
      return Arrays.copyOf(bytes, random.nextInt(bytes.length + 50));
    }
  },
  WRONG_HEAD {
    @Override
    byte[] apply(TicketFile file, SplittableRandom random) {
      byte[] bytes = bytes(file);
      bytes[random.nextInt(HEAD)] = (byte) random.nextInt();
      return sealed(Arrays.copyOfRange(bytes, 0, bytes.length - CHECKSUM));
    }
  },
  CHANGED_PARTS {
    @Override
    byte[] apply(TicketFile file, SplittableRandom random) {
      return parts(file, parts -> flipped(parts, random));
    }
  },
  GIANT_NUMBERS {
    @Override
    byte[] apply(TicketFile file, SplittableRandom random) {
      return parts(
          file,
          parts -> {
            byte[] changed = parts.clone();
            int from = random.nextInt(changed.length);
            int length = 1 + random.nextInt(9);
            for (int i = from; i < Math.min(changed.length, from + length); i++) {
              changed[i] = (byte) (i == from + length - 1 ? 0x7f : 0xff); // one number
            }
            return changed;
          });
    }
  },
  MOVED_BYTES {
    @Override
    byte[] apply(TicketFile file, SplittableRandom random) {
      return parts(
          file,
          parts -> {
            byte[] changed = parts.clone();
            int length = 1 + random.nextInt(Math.min(64, changed.length));
            int from = random.nextInt(changed.length - length + 1);
            int to = random.nextInt(changed.length - length + 1);
            System.arraycopy(parts, from, changed, to, length);
            return changed;
          });
    }
  },
  GIANT_CONFIGURATION {
    @Override
    byte[] apply(TicketFile file, SplittableRandom random) {
      return bytes(with(file, replaced(file.configuration(), NUMBER, NUMBERS, random)));
    }
  },
  OTHER_CLASS {
    @Override
    byte[] apply(TicketFile file, SplittableRandom random) {
      return bytes(with(file, replaced(file.configuration(), NAME, CLASSES, random)));
    }
  },
  SPOILT_CONFIGURATION {
    @Override
    byte[] apply(TicketFile file, SplittableRandom random) {
      StringBuilder json = new StringBuilder(file.configuration());
      for (int i = random.nextInt(3); i >= 0 && json.length() > 1; i--) {
        int at = random.nextInt(json.length());
        switch (random.nextInt(4)) {
          case 0 -> json.deleteCharAt(at);
          case 1 -> json.setCharAt(at, "0123456789{}[]\",:xS".charAt(random.nextInt(19)));
          case 2 -> json.insert(at, json.substring(at, Math.min(json.length(), at + 200)));
          default -> json.setLength(at);
        }
      }
      return bytes(with(file, json.toString()));
    }
  },
  OTHER_LAYERS {
    @Override
    byte[] apply(TicketFile file, SplittableRandom random) {
      if (!(file.ticket() instanceof SubsetSumTicket ticket)) {
        return CHANGED_PARTS.apply(file, random);
      }
      List<TicketLayer> layers = new ArrayList<>(ticket.layers());
      switch (random.nextInt(4)) {
        case 0 -> layers.remove(random.nextInt(layers.size()));
        case 1 -> layers.add(layers.get(random.nextInt(layers.size())));
        case 2 -> Collections.reverse(layers);
        default -> layers.set(0, wider(layers.get(0), random));
      }
      SubsetSumTicket changed =
          new SubsetSumTicket(ticket.seed(), ticket.construction(), List.copyOf(layers));
      return bytes(
          new TicketFile(
              file.kind(), file.configuration(), changed, file.parameters(), file.provenance()));
    }
  };

  private static final int HEAD = 18;
  private static final int CHECKSUM = 32;
  private static final Pattern NUMBER = Pattern.compile("(?<=:)-?[0-9][-+.0-9eE]*");
  private static final Pattern NAME = Pattern.compile("(?<=\")org\\.[A-Za-z0-9_.$]+(?=\")");
  private static final List<String> NUMBERS =
      List.of(
          "2147483647",
          "9223372036854775807",
          "-1",
          "0",
          "1e308",
          "65536",
          "4294967296",
          "99999999999999999999999999999999999999");
  private static final List<String> CLASSES =
      List.of(
          "org.slth.dl4j.ticket.Evil",
          "org.deeplearning4j.nn.conf.layers.LSTM",
          "org.deeplearning4j.nn.conf.layers.objdetect.Yolo2OutputLayer",
          "org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder",
          "org.deeplearning4j.nn.conf.layers.EmbeddingLayer",
          "org.deeplearning4j.nn.conf.layers.NoSuchLayer",
          "org.deeplearning4j.nn.conf.graph.LayerVertex",
          "org.deeplearning4j.nn.conf.weightnoise.WeightNoise",
          "javax.script.ScriptEngineManager");

  abstract byte[] apply(TicketFile file, SplittableRandom random);

  /** Returns one of them, done to a file. */
  static byte[] any(TicketFile file, SplittableRandom random) {
    return values()[random.nextInt(values().length)].apply(file, random);
  }

  private interface Change {
    byte[] of(byte[] parts);
  }

  private static byte[] parts(TicketFile file, Change change) {
    byte[] bytes = bytes(file);
    byte[] parts = change.of(Arrays.copyOfRange(bytes, HEAD, bytes.length - CHECKSUM));
    ByteBuffer changed = ByteBuffer.allocate(HEAD + parts.length);
    changed.put(bytes, 0, HEAD - Long.BYTES).putLong(parts.length).put(parts);
    return sealed(changed.array());
  }

  private static byte[] sealed(byte[] file) {
    try {
      byte[] checksum = MessageDigest.getInstance("SHA-256").digest(file);
      return ByteBuffer.allocate(file.length + CHECKSUM).put(file).put(checksum).array();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] flipped(byte[] bytes, SplittableRandom random) {
    byte[] flipped = bytes.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static String replaced(
      String json, Pattern pattern, List<String> by, SplittableRandom random) {
    Matcher matcher = pattern.matcher(json);
    List<MatchResult> all = matcher.results().toList();
    if (all.isEmpty()) {
      return json + " ";
    }
    MatchResult one = all.get(random.nextInt(all.size()));
    String other = by.get(random.nextInt(by.size()));
    return json.substring(0, one.start()) + other + json.substring(one.end());
  }

  private static TicketLayer wider(TicketLayer layer, SplittableRandom random) {
    List<Integer> candidates = new ArrayList<>(layer.candidates());
    candidates.set(random.nextInt(candidates.size()), 1 + random.nextInt(1 << random.nextInt(31)));
    return new TicketLayer(
        layer.name(),
        layer.law(),
        layer.scale(),
        candidates,
        random.nextBoolean(),
        layer.tolerance(),
        layer.copies(),
        layer.coefficients(),
        layer.redraws());
  }

  private static TicketFile with(TicketFile file, String configuration) {
    return new TicketFile(
        file.kind(), configuration, file.ticket(), file.parameters(), file.provenance());
  }

  static byte[] bytes(TicketFile file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      file.write(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }
}
