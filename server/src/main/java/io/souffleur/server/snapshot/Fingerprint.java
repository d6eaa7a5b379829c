package io.souffleur.server.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 of everything on which a folded conversation depends besides its journal: two processes
 * with the same one fold alike.
 */
public final class Fingerprint {

  static final int BYTES = 32;

  private final byte[] digest;

  private Fingerprint(byte[] digest) {
    this.digest = digest;
  }

  void writeTo(ByteBuffer to) {
    to.put(digest);
  }

  /** Whether the next bytes are those of this one; reads them. */
  boolean isNextIn(ByteBuffer from) {
    byte[] next = new byte[BYTES];
    from.get(next);
    return Arrays.equals(digest, next);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fingerprint fingerprint && Arrays.equals(digest, fingerprint.digest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digest);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(digest);
  }

  /** Of nothing, for a start. For one thread. */
  public static Builder builder() {
    return new Builder();
  }

  /** Takes in one thing after another; the order counts. */
  public static final class Builder {

    private final MessageDigest digest;

    private Builder() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    /** A word that means something, such as a setting. */
    public Builder text(String value) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      return bytes(bytes);
    }

    private Builder bytes(byte[] bytes) {
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
      return this;
    }

    /**
     * The files below {@code folder}, names and contents; or that there is none.
     *
     * @throws UncheckedIOException when one can't be read
     */
    public Builder folder(Optional<Path> folder) {
      text(folder.isPresent() ? "folder" : "no folder");
      folder.ifPresent(this::files);
      return this;
    }

    /**
     * The program that {@code type} was loaded from: its archive, or the files of its folder.
     *
     * @throws UncheckedIOException when it can't be read
     */
    public Builder program(Class<?> type) {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      if (source == null) {
        throw new IllegalArgumentException(type + " is part of the platform");
      }
      try {
        Path program = Path.of(source.getLocation().toURI());
        if (Files.isDirectory(program)) {
          files(program);
        } else {
          archive(program);
        }
      } catch (URISyntaxException e) {
        throw new IllegalStateException("no place of a program: " + source.getLocation(), e);
      }
      return this;
    }

    /** By the checksums that the archive itself has of its entries: it is megabytes of models. */
    private void archive(Path file) {
      try (ZipFile archive = new ZipFile(file.toFile())) {
        archive.stream()
            .sorted(Comparator.comparing(ZipEntry::getName))
            .forEach(entry -> text(entry.getName() + " " + entry.getCrc() + " " + entry.getSize()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void files(Path top) {
      try (Stream<Path> found = Files.walk(top)) {
        List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
        for (Path file : files) {
          text(top.relativize(file).toString());
          bytes(Files.readAllBytes(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public Fingerprint build() {
      return new Fingerprint(digest.digest());
    }
  }
}
