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
  private final long[] keys;
  private final int[] rows;
  private final int mask;
  private final int[] starts;
  private final byte[] cueOf;
  private final short[] weight;

  private Weights(List<CueName> cues, SortedMap<Long, short[]> table) {
    this.cues = List.copyOf(cues);
    int size = Integer.highestOneBit(Math.max(16, table.size() * 3));
    this.keys = new long[size];
    this.rows = new int[size];
    this.mask = size - 1;
    this.starts = new int[table.size() + 1];
    int entries = table.values().stream().mapToInt(Weights::written).sum();
    this.cueOf = new byte[entries];
    this.weight = new short[entries];
    int row = 0;
    int at = 0;
    for (Map.Entry<Long, short[]> feature : table.entrySet()) {
      put(feature.getKey(), row);
      short[] of = feature.getValue();
      for (int cue = 0; cue < of.length; cue++) {
        if (of[cue] != 0) {
          cueOf[at] = (byte) cue;
          weight[at++] = of[cue];
        }
      }
      starts[++row] = at;
    }
  }

  private static int written(short[] of) {
    int written = 0;
    for (short one : of) {
      written += one == 0 ? 0 : 1;
    }
    return written;
  }

  private void put(long key, int row) {
    int slot = (int) key & mask;
    while (rows[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    rows[slot] = row + 1;
  }

  /** The cues that are judged, in the order of the judgements. */
  public List<CueName> cues() {
    return cues;
  }

  /** The logit of each cue, in thousandths, in the order of {@link #cues()}. */
  public long[] judge(long[] features) {
    long[] sums = new long[cues.size()];
    for (long feature : features) {
      int slot = (int) feature & mask;
      while (rows[slot] != 0) {
        if (keys[slot] == feature) {
          int row = rows[slot];
          for (int i = starts[row - 1]; i < starts[row]; i++) {
            sums[cueOf[i]] += weight[i];
          }
          break;
        }
        slot = (slot + 1) & mask;
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
    for (int slot = 0; slot < keys.length; slot++) {
      for (int i = rows[slot] == 0 ? 0 : starts[rows[slot] - 1];
          i < (rows[slot] == 0 ? 0 : starts[rows[slot]]);
          i++) {
        if (cueOf[i] == cue) {
          sorted.put(keys[slot], weight[i]);
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
