package io.souffleur.server.nlp.category;

import io.souffleur.server.core.cue.CueName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each feature says about each cue, as the thousandths of a logit; one model a cue, in one
 * table. Immutable; safe for use by any thread.
 */
public final class Weights {

  private static final int FORMAT = 0x534F5502;
  private static final double UNIT = 1000;
  private static final int MOST_CUES = 100;

  /** The probabilities from a half on: an exponential that every machine agrees on takes long. */
  private static final double[] LIKELY = likely();

  private final List<CueName> cues;

  /** A feature, and behind it where its weights begin and end; nothing where they end at 0. */
  private final long[] features;

  private final int mask;

  /** The number of a cue, and the weight. One array for each would be another look at memory. */
  private final int[] weights;

  private Weights(List<CueName> cues, SortedMap<Long, short[]> table) {
    this.cues = List.copyOf(cues);
    int size = Integer.highestOneBit(Math.max(16, table.size() * 3));
    this.features = new long[2 * size];
    this.mask = 2 * size - 2;
    this.weights = new int[table.values().stream().mapToInt(Weights::written).sum()];
    int at = 0;
    for (Map.Entry<Long, short[]> feature : table.entrySet()) {
      int begin = at;
      short[] of = feature.getValue();
      for (int cue = 0; cue < of.length; cue++) {
        if (of[cue] != 0) {
          weights[at++] = cue << Short.SIZE | Short.toUnsignedInt(of[cue]);
        }
      }
      put(feature.getKey(), begin, at);
    }
  }

  private static int written(short[] of) {
    int written = 0;
    for (short one : of) {
      written += one == 0 ? 0 : 1;
    }
    return written;
  }

  private void put(long feature, int begin, int end) {
    int slot = 2 * (int) feature & mask;
    while (features[slot + 1] != 0) {
      slot = (slot + 2) & mask;
    }
    features[slot] = feature;
    features[slot + 1] = (long) begin << Integer.SIZE | end;
  }

  /** The cues that are judged, in the order of the judgements. */
  public List<CueName> cues() {
    return cues;
  }

  /** The logit of each cue, in thousandths, in the order of {@link #cues()}. */
  public long[] judge(long[] shown) {
    long[] sums = new long[cues.size()];
    for (long feature : shown) {
      int slot = 2 * (int) feature & mask;
      while (features[slot + 1] != 0) {
        if (features[slot] == feature) {
          int end = (int) features[slot + 1];
          for (int i = (int) (features[slot + 1] >>> Integer.SIZE); i < end; i++) {
            sums[weights[i] >>> Short.SIZE] += (short) weights[i];
          }
          break;
        }
        slot = (slot + 2) & mask;
      }
    }
    return sums;
  }

  /** The probability, from 0 to 1, that a logit in thousandths stands for. */
  static double probability(long logit) {
    return logit >= 0 && logit < LIKELY.length ? LIKELY[(int) logit] : computed(logit);
  }

  private static double computed(long logit) {
    return 1 / (1 + StrictMath.exp(-logit / UNIT));
  }

  private static double[] likely() {
    double[] all = new double[10_000];
    Arrays.setAll(all, Weights::computed);
    return all;
  }

  /** The lowest logit, in thousandths, that stands for at least a probability under 1. */
  static long logit(double probability) {
    return (long) Math.ceil(UNIT * StrictMath.log(probability / (1 - probability)));
  }

  /**
   * The weights of a trained file.
   *
   * @throws IllegalArgumentException when it isn't one
   */
  public static Weights read(byte[] file) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
      if (in.readInt() != FORMAT) {
        throw new IllegalArgumentException("not a trained model of this version: train it again");
      }
      Builder builder = new Builder();
      List<CueName> cues = new ArrayList<>();
      int count = in.readUnsignedByte();
      for (int i = 0; i < count; i++) {
        String name = in.readUTF();
        cues.add(
            CueName.ofWireName(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no cue " + name)));
      }
      for (CueName cue : cues) {
        builder.cue(cue);
        int features = in.readInt();
        for (int i = 0; i < features; i++) {
          builder.put(in.readLong(), in.readShort());
        }
      }
      return builder.build();
    } catch (IOException cut) {
      throw new IllegalArgumentException("a trained model that ends too early: train it again");
    }
  }

  /** The same as a file. The same weights give the same bytes. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      out.writeByte(cues.size());
      for (CueName cue : cues) {
        out.writeUTF(cue.wireName());
      }
      for (int cue = 0; cue < cues.size(); cue++) {
        write(cue, out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private void write(int cue, DataOutputStream out) throws IOException {
    SortedMap<Long, Short> sorted = new TreeMap<>();
    for (int slot = 0; slot < features.length; slot += 2) {
      int end = (int) features[slot + 1];
      for (int i = (int) (features[slot + 1] >>> Integer.SIZE); i < end; i++) {
        if (weights[i] >>> Short.SIZE == cue) {
          sorted.put(features[slot], (short) weights[i]);
        }
      }
    }
    out.writeInt(sorted.size());
    for (Map.Entry<Long, Short> one : sorted.entrySet()) {
      out.writeLong(one.getKey());
      out.writeShort(one.getValue());
    }
  }

  /** Collects weights, cue by cue. Not for several threads. */
  public static final class Builder {

    private final List<CueName> cues = new ArrayList<>();
    private final SortedMap<Long, short[]> table = new TreeMap<>();

    /** The weights that follow are those of {@code cue}. */
    public void cue(CueName cue) {
      if (cues.size() == MOST_CUES) {
        throw new IllegalArgumentException("more than " + MOST_CUES + " cues");
      }
      cues.add(cue);
    }

    /** Adds what a feature says, in logits; nothing when that rounds to nothing. */
    public void add(long feature, double logit) {
      long rounded = Math.round(logit * UNIT);
      put(feature, (short) Math.clamp(rounded, Short.MIN_VALUE, Short.MAX_VALUE));
    }

    private void put(long feature, short thousandths) {
      if (thousandths == 0) {
        return;
      }
      short[] of = table.getOrDefault(feature, new short[0]);
      short[] longer = Arrays.copyOf(of, cues.size());
      longer[cues.size() - 1] = thousandths;
      table.put(feature, longer);
    }

    public Weights build() {
      return new Weights(cues, table);
    }
  }
}
