package io.souffleur.wire.json;

import io.souffleur.wire.AgentRef;
import io.souffleur.wire.CustomerRef;

/** The objects that messages of several families contain. */
final class Parts {

  private Parts() {}

  static AgentRef agent(Fields in) {
    return new AgentRef(in.text("key"), in.text("name"));
  }

  static CustomerRef customer(Fields in) {
    return new CustomerRef(
        in.optionalText("key"),
        in.optionalText("name"),
        in.optionalText("firstName"),
        in.optionalText("lastName"),
        in.optionalText("title"),
        in.attributes("attributes"));
  }
}
