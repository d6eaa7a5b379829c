package io.souffleur.server.checklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The shape of checklist files as a JSON Schema (2020-12), for editors that help while writing. The
 * loader asks for more: that names exist, and that examples hold.
 */
public final class ChecklistSchema {

  private static final String RESOURCE = "/checklists/checklist.schema.json";

  private ChecklistSchema() {}

  /** The schema's text. */
  public static String text() {
    try (InputStream in =
        Objects.requireNonNull(ChecklistSchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
