package io.souffleur.server.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** Tells what is the matter with a file: Java says its name alone where the kind says the rest. */
final class FileTrouble {
  private FileTrouble() {}

  /** What went wrong, in a sentence for a person. */
  static String told(Exception problem) {
    return switch (problem) {
      case NoSuchFileException missing ->
          missing.getFile() + " isn't there, or the folder for it isn't";
      case AccessDeniedException denied ->
          denied.getFile() + ": the user who runs this may not read or write it";
      case FileAlreadyExistsException there -> there.getFile() + " is there already";
      case NotDirectoryException file -> file.getFile() + " is no folder";
      case IOException passedOn
          when passedOn.getCause() instanceof FileSystemException cause
              && Objects.equals(cause.getMessage(), passedOn.getMessage()) ->
          told(cause);
      default -> String.valueOf(problem.getMessage());
    };
  }
}
