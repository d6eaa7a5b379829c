package io.souffleur.wire;

/**
 * An agent, as the channel knows them.
 *
 * @param key the channel's key
 * @param name as shown to people
 */
public record AgentRef(String key, String name) {

  public AgentRef {
    Checks.key("key", key);
    Checks.label("name", name);
  }
}
