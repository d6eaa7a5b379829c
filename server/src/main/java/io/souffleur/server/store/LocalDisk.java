package io.souffleur.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a disk of this machine from a share of another one. On a share, locks and syncs are
 * promises of somebody else, and SQLite's write-ahead log needs memory that both ends see
 * (sqlite.org/wal).
 */
final class LocalDisk {
  private static final Set<String> SHARES =
      Set.of(
          "9p",
          "acfs",
          "afs",
          "autofs",
          "beegfs",
          "ceph",
          "cifs",
          "coda",
          "davfs",
          "davfs2",
          "drvfs",
          "gfs",
          "glusterfs",
          "gpfs",
          "lustre",
          "ncpfs",
          "nfs",
          "nfs3",
          "nfs4",
          "prl_fs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "sshfs",
          "vboxsf",
          "vmhgfs",
          "webdav");

  private LocalDisk() {}

  /**
   * Checks where a folder lies.
   *
   * @throws UnsafeStorageException when that is a network share
   * @throws IOException when it can't be told
   */
  static void check(Path folder) throws IOException {
    check(folder, Files.getFileStore(folder).type());
  }

  static void check(Path folder, String type) throws UnsafeStorageException {
    if (isShare(type)) {
      throw new UnsafeStorageException(
          folder
              + " lies on a network share ("
              + type
              + "), where what was kept can be lost: set data to a folder on a disk of this"
              + " machine, or storage to a PostgreSQL server");
    }
  }

  /** Whether a file system of {@code type}, as the operating system calls it, is a share. */
  static boolean isShare(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    return SHARES.contains(name) || name.startsWith("fuse.");
  }
}
