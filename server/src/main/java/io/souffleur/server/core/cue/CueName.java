package io.souffleur.server.core.cue;

import io.souffleur.server.core.conversation.Author;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every cue a message can show. The names are part of the contract: they stand in rules, in {@code
 * cues} updates and in reports.
 */
public enum CueName {
  GREETING("greeting", Speaker.ANYONE),
  FAREWELL("farewell", Speaker.ANYONE),
  THANKS("thanks", Speaker.ANYONE),
  WELCOME("welcome", Speaker.ANYONE),
  CUSTOMER_NAME("customer-name", Speaker.AGENT),
  WRONG_NAME("wrong-name", Speaker.AGENT),
  SELF_INTRODUCTION("self-introduction", Speaker.AGENT),
  CONTACT_DETAILS("contact-details", Speaker.AGENT),
  HELP_OFFER("help-offer", Speaker.AGENT),
  FURTHER_HELP("further-help", Speaker.AGENT),
  QUESTION("question", Speaker.ANYONE),
  APOLOGY("apology", Speaker.AGENT),
  EMPATHY("empathy", Speaker.AGENT),
  LISTENING("listening", Speaker.AGENT),
  RESTATEMENT("restatement", Speaker.AGENT),
  WAIT_NOTICE("wait-notice", Speaker.AGENT),
  COMMITMENT("commitment", Speaker.AGENT),
  NEXT_STEP("next-step", Speaker.AGENT),
  WISH_QUESTION("wish-question", Speaker.AGENT),
  SATISFACTION_QUESTION("satisfaction-question", Speaker.AGENT),
  SOLUTION("solution", Speaker.AGENT),
  COMPENSATION("compensation", Speaker.AGENT),
  TRANSFER_NOTICE("transfer-notice", Speaker.AGENT),
  CHANGE_NOTICE("change-notice", Speaker.AGENT),
  REASON_GIVEN("reason-given", Speaker.AGENT),
  PRICE("price", Speaker.ANYONE),
  POSITIVE_WORDING("positive-wording", Speaker.AGENT),
  NEGATIVE_WORDING("negative-wording", Speaker.AGENT),
  INDIRECT_WORDING("indirect-wording", Speaker.AGENT),
  BLAME("blame", Speaker.AGENT),
  POLICY_SHIELD("policy-shield", Speaker.AGENT),
  OVER_PROMISE("over-promise", Speaker.AGENT),
  JARGON("jargon", Speaker.AGENT),
  PRODUCT_NAME("product-name", Speaker.AGENT),
  FORMAL_ADDRESS("formal-address", Speaker.AGENT),
  INFORMAL_ADDRESS("informal-address", Speaker.AGENT),
  UNSUITABLE_TERM("unsuitable-term", Speaker.AGENT),
  HARD_TO_READ("hard-to-read", Speaker.AGENT),
  SPELLING("spelling", Speaker.AGENT),
  SHOUTING("shouting", Speaker.ANYONE),
  EMOJI("emoji", Speaker.ANYONE),
  PLACEHOLDER("placeholder", Speaker.AGENT),
  PERSONAL_DATA("personal-data", Speaker.ANYONE),
  INTERNAL_INFORMATION("internal-information", Speaker.AGENT),
  DISSATISFACTION("dissatisfaction", Speaker.CUSTOMER),
  COMPLAINT("complaint", Speaker.CUSTOMER),
  IMPATIENCE("impatience", Speaker.CUSTOMER),
  REPETITION("repetition", Speaker.CUSTOMER),
  SATISFACTION("satisfaction", Speaker.CUSTOMER),
  RESOLVED("resolved", Speaker.CUSTOMER),
  UNRESOLVED("unresolved", Speaker.CUSTOMER),
  ASK_FOR_PERSON("ask-for-person", Speaker.CUSTOMER),
  CONTACT_REASON("contact-reason", Speaker.CUSTOMER),
  INTERRUPTION("interruption", Speaker.AGENT),
  TALK_OVER("talk-over", Speaker.AGENT),
  FAST_SPEECH("fast-speech", Speaker.AGENT),

  /** A pattern that the house wrote itself; its value is the name of the pattern. */
  PATTERN("pattern", Speaker.ANYONE);

  private static final Map<String, CueName> BY_NAME = new HashMap<>();

  static {
    for (CueName cue : values()) {
      BY_NAME.put(cue.wireName, cue);
    }
  }

  private final String wireName;
  private final Speaker speaker;

  CueName(String wireName, Speaker speaker) {
    this.wireName = wireName;
    this.speaker = speaker;
  }

  /** The name in rules and updates, such as {@code wait-notice}. */
  public String wireName() {
    return wireName;
  }

  /** Whether a message of this author can show the cue at all. */
  public boolean canBeShownBy(Author author) {
    return switch (speaker) {
      case ANYONE -> true;
      case AGENT -> author == Author.AGENT || author == Author.BOT;
      case CUSTOMER -> author == Author.CUSTOMER;
    };
  }

  /** The cue of a name in rules and updates. */
  public static Optional<CueName> ofWireName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private enum Speaker {
    ANYONE,
    AGENT,
    CUSTOMER
  }
}
