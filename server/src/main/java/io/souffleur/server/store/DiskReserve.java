package io.souffleur.server.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room on a disk that is set aside by a file of zeros, and given up when the disk is full, so that
 * what must still be written then can be. For one thread.
 */
public final class DiskReserve {
  private static final Logger LOG = LoggerFactory.getLogger(DiskReserve.class);
  private static final String FILE = "reserve";
  private static final byte[] ZEROS = new byte[1 << 20];

  private final Path file;
  private final long bytes;
  private final LongSupplier usable;
  private boolean held;

  private DiskReserve(Path file, long bytes, LongSupplier usable) {
    this.file = file;
    this.bytes = bytes;
    this.usable = usable;
  }

  /**
   * Sets room aside in a folder, if there is enough.
   *
   * @param bytes how much; 0: none, and none is missed
   */
  public static DiskReserve in(Path folder, long bytes) {
    return in(folder, bytes, () -> folder.toFile().getUsableSpace());
  }

  /**
   * The same, for a disk of which {@code usable} says how many bytes are free.
   *
   * @param usable may be asked often
   */
  public static DiskReserve in(Path folder, long bytes, LongSupplier usable) {
    DiskReserve reserve = new DiskReserve(folder.resolve(FILE), bytes, usable);
    if (!reserve.isThere() && !reserve.takeBack()) {
      LOG.warn(
          "the disk of {} is nearly full: nothing but the ends of conversations is taken until"
              + " there is room",
          folder);
    }
    return reserve;
  }

  private boolean isThere() {
    try {
      held = bytes == 0 || (Files.exists(file) && Files.size(file) == bytes);
    } catch (IOException e) {
      LOG.debug("{} can't be looked at", file, e);
    }
    return held;
  }

  /** Whether the room is set aside, and so the disk not full. */
  public boolean held() {
    return held;
  }

  /** Gives the room up. */
  public void giveUp() {
    if (held && bytes > 0) {
      held = false;
      LOG.warn("the disk is full: {} bytes that were set aside are given up", bytes);
      delete();
    }
  }

  /** Sets the room aside again, if twice as much is free; whether it is set aside now. */
  public boolean takeBack() {
    if (held) {
      return true;
    }
    if (usable.getAsLong() < 2 * bytes) {
      return false;
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long left = bytes; left > 0; left -= ZEROS.length) {
        out.write(ZEROS, 0, (int) Math.min(left, ZEROS.length));
      }
      held = true;
    } catch (IOException e) {
      LOG.debug("{} can't be written", file, e);
      delete();
    }
    return held;
  }

  private void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.error("{} can't be deleted", file, e);
    }
  }
}
