package io.souffleur.wire.json;

import io.souffleur.wire.CoachingUpdate;

/** Coaching updates as JSON: what {@code replay} prints, a line each. */
public final class UpdateCodec {

  private UpdateCodec() {}

  /** Writes an update; equal updates give equal text. */
  public static String encode(CoachingUpdate update) {
    return UpdateJson.write(update);
  }

  /** Reads an update. */
  public static CoachingUpdate decode(String json) throws RefusalException {
    return JsonReader.read(json, UpdateJson.TYPES::read);
  }
}
