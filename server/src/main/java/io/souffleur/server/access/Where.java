package io.souffleur.server.access;

/** Where an operation is asked for. */
public sealed interface Where {

  /**
   * Over HTTP.
   *
   * @param method such as {@code GET}, which includes {@code HEAD}
   * @param path with {@code {id}} for one part that names something; {@code /*} stands for every
   *     path that no other operation has
   */
  record Route(String method, String path) implements Where {}

  /** A frame of a channel, by its type on the wire. */
  record ChannelFrame(String type) implements Where {}

  /** A frame of a desk, by its type on the wire. */
  record DeskFrame(String type) implements Where {}
}
