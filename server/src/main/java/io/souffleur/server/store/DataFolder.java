package io.souffleur.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of a house's files: accounts, audit and keys are nobody else's business. */
public final class DataFolder {
  private DataFolder() {}

  /** Creates it where it is missing, for its owner alone; one that is there stays as it is. */
  public static void create(Path folder) throws IOException {
    FileAttribute<?>[] owners =
        folder.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    Files.createDirectories(folder, owners);
  }
}
