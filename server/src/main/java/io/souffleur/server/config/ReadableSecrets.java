package io.souffleur.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks for files with secrets in them that other users of the machine may read. */
public final class ReadableSecrets {
  private static final Pattern BETWEEN_TEXTS = Pattern.compile("[\\s\"',\\[\\]{}]+");

  private ReadableSecrets() {}

  /** A warning when one of {@code keys} stands whole in {@code file} and others may read that. */
  public static Optional<String> warning(Path file, Collection<KeyDigest> keys) {
    try {
      return mayBeReadByOthers(file) && holdsOne(file, keys)
          ? Optional.of(
              file
                  + ": other users can read the keys in it: chmod 600 "
                  + file
                  + ", or write ${ENV:NAME} in their place")
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty(); // A file system without owners has no others either.
    }
  }

  /** A warning when others may read {@code file}, which is a secret as a whole. */
  public static Optional<String> warning(Path file) {
    try {
      return mayBeReadByOthers(file)
          ? Optional.of(file + ": other users can read this key: chmod 600 " + file)
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /** A warning when others may look into {@code folder}, in which accounts and the audit lie. */
  public static Optional<String> folderWarning(Path folder) {
    try {
      Set<PosixFilePermission> others =
          EnumSet.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);
      others.retainAll(
          Files.isDirectory(folder) ? Files.getPosixFilePermissions(folder) : Set.of());
      return others.isEmpty()
          ? Optional.empty()
          : Optional.of(
              folder + ": other users can read accounts and the audit in it: chmod 700 " + folder);
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static boolean mayBeReadByOthers(Path file) throws IOException {
    return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
  }

  private static boolean holdsOne(Path file, Collection<KeyDigest> keys) throws IOException {
    return BETWEEN_TEXTS
        .splitAsStream(Files.readString(file))
        .anyMatch(text -> keys.stream().anyMatch(key -> key.matches(text)));
  }
}
