package io.souffleur.server.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.souffleur.wire.AgentRef;
import io.souffleur.wire.Author;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.CustomerRef;
import io.souffleur.wire.InvalidFieldException;
import io.souffleur.wire.Medium;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one labelled conversation from its line. Fields that nobody asks for are ignored, JSON
 * {@code null} counts as not there. For one line only.
 */
final class LabelledReader {

  /** The longest line, in bytes of UTF-8. */
  static final int LONGEST = 1024 * 1024;

  private static final int DEPTH = 32;
  private static final String UNDETERMINED = "und";

  /** What houses call the media of the contract. */
  private static final Map<String, Medium> MEDIA =
      Map.of(
          "chat", Medium.CHAT,
          "voice", Medium.VOICE,
          "phone", Medium.VOICE,
          "call", Medium.VOICE,
          "email", Medium.EMAIL,
          "social", Medium.SOCIAL);

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /** Reads the value a parser stands on. */
  private interface Value<T> {
    T read(String path) throws IOException, LabelException;
  }

  private final JsonParser in;

  private LabelledReader(JsonParser in) {
    this.in = in;
  }

  /**
   * The conversation of a line.
   *
   * @throws LabelException when the line can't be used, with the reason
   */
  static LabelledConversation read(byte[] line) throws LabelException {
    if (line.length > LONGEST) {
      throw new LabelException("a conversation has at most " + LONGEST + " bytes");
    }
    try (JsonParser in = FACTORY.createParser(text(line))) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new LabelException("a conversation is one JSON object {…} on a line");
      }
      LabelledConversation conversation = new LabelledReader(in).conversation();
      if (in.nextToken() != null) {
        throw new LabelException("something stands after the end of the JSON object");
      }
      return conversation;
    } catch (StreamConstraintsException e) {
      throw new LabelException("a name or a number is too long, or objects are nested too deep");
    } catch (JsonProcessingException e) {
      throw new LabelException(
          "this isn't JSON: look at character " + e.getLocation().getColumnNr());
    } catch (InvalidFieldException e) {
      throw new LabelException(e.field() + " " + e.reason());
    } catch (IOException e) {
      throw new LabelException("the line can't be read");
    }
  }

  private static String text(byte[] line) throws LabelException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new LabelException("the bytes aren't UTF-8");
    }
  }

  private LabelledConversation conversation() throws IOException, LabelException {
    String id = null;
    String language = UNDETERMINED;
    Medium medium = Medium.CHAT;
    CustomerRef customer = CustomerRef.UNKNOWN;
    Optional<AgentRef> agent = Optional.empty();
    Map<Author, Set<String>> annotated = Map.of();
    List<LabelledConversation.Turn> turns = null;
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      if (in.nextToken() == JsonToken.VALUE_NULL) {
        continue;
      }
      switch (name) {
        case "id" -> id = string(name);
        case "language" -> language = string(name);
        case "channel" -> medium = medium(name);
        case "customer" -> customer = customer(name);
        case "agent" -> agent = agent(name);
        case "annotated" -> annotated = annotated(name);
        case "turns" -> turns = list(name, this::turn);
        default -> in.skipChildren();
      }
    }
    return new LabelledConversation(
        new ConversationKey(required("id", id)),
        language,
        medium,
        customer,
        agent,
        annotated,
        required("turns", turns));
  }

  private LabelledConversation.Turn turn(String path) throws IOException, LabelException {
    expect(JsonToken.START_OBJECT, path, "an object");
    Author role = null;
    String text = null;
    Set<String> labels = Set.of();
    Set<String> skip = Set.of();
    Optional<String> language = Optional.empty();
    Optional<OffsetDateTime> at = Optional.empty();
    OptionalLong start = OptionalLong.empty();
    OptionalLong end = OptionalLong.empty();
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      String field = path + "." + name;
      if (in.nextToken() == JsonToken.VALUE_NULL) {
        continue;
      }
      switch (name) {
        case "role" -> role = author(field, string(field));
        case "text" -> text = string(field);
        case "labels" -> labels = strings(field);
        case "skip" -> skip = strings(field);
        case "language" -> language = Optional.of(string(field));
        case "at" -> at = Optional.of(time(field));
        case "start" -> start = OptionalLong.of(milliseconds(field));
        case "end" -> end = OptionalLong.of(milliseconds(field));
        default -> in.skipChildren();
      }
    }
    return new LabelledConversation.Turn(
        required(path + ".role", role),
        required(path + ".text", text),
        labels,
        skip,
        language,
        at,
        start.isPresent() && end.isPresent()
            ? Optional.of(new LabelledConversation.Speech(start.getAsLong(), end.getAsLong()))
            : Optional.empty());
  }

  private CustomerRef customer(String path) throws IOException, LabelException {
    Map<String, String> person = person(path);
    return new CustomerRef(
        Optional.ofNullable(person.get("key")),
        Optional.ofNullable(person.get("name")),
        Optional.ofNullable(person.get("firstName")),
        Optional.ofNullable(person.get("lastName")),
        Optional.ofNullable(person.get("title")),
        Map.of());
  }

  /** An agent without a name is nobody whom a message could introduce. */
  private Optional<AgentRef> agent(String path) throws IOException, LabelException {
    Map<String, String> person = person(path);
    String name = person.get("name");
    return name == null
        ? Optional.empty()
        : Optional.of(new AgentRef(person.getOrDefault("key", "agent"), name));
  }

  /** The texts of an object; what isn't a text is ignored. */
  private Map<String, String> person(String path) throws IOException, LabelException {
    expect(JsonToken.START_OBJECT, path, "an object");
    Map<String, String> texts = new HashMap<>();
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      if (in.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(name, string(path + "." + name));
      } else {
        in.skipChildren();
      }
    }
    return texts;
  }

  private Map<Author, Set<String>> annotated(String path) throws IOException, LabelException {
    expect(JsonToken.START_OBJECT, path, "an object such as {\"agent\": [\"greeting\"]}");
    Map<Author, Set<String>> annotated = new EnumMap<>(Author.class);
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      Author author = author(path, name);
      if (in.nextToken() != JsonToken.VALUE_NULL) {
        annotated.put(author, strings(path + "." + name));
      }
    }
    return annotated;
  }

  private Set<String> strings(String path) throws IOException, LabelException {
    return new LinkedHashSet<>(list(path, this::string));
  }

  private <T> List<T> list(String path, Value<T> value) throws IOException, LabelException {
    expect(JsonToken.START_ARRAY, path, "a list");
    List<T> list = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      list.add(value.read(path + "[" + list.size() + "]"));
    }
    return list;
  }

  /** A text; half a surrogate pair becomes a question mark, so that offsets hold. */
  private String string(String path) throws IOException, LabelException {
    expect(JsonToken.VALUE_STRING, path, "a string");
    return new String(in.getText().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private long milliseconds(String path) throws IOException, LabelException {
    expect(JsonToken.VALUE_NUMBER_INT, path, "a whole number of milliseconds");
    return in.getLongValue();
  }

  private OffsetDateTime time(String path) throws IOException, LabelException {
    String written = string(path);
    try {
      return OffsetDateTime.parse(written);
    } catch (DateTimeException e) {
      throw new LabelException(path + " is a time such as 2026-11-22T14:05:00+01:00");
    }
  }

  private Medium medium(String path) throws IOException, LabelException {
    Medium medium = MEDIA.get(string(path).toLowerCase(Locale.ROOT));
    if (medium == null) {
      throw new LabelException(path + " is chat, voice, email or social");
    }
    return medium;
  }

  private static Author author(String path, String written) throws LabelException {
    for (Author author : Author.values()) {
      if (author.name().equalsIgnoreCase(written)) {
        return author;
      }
    }
    throw new LabelException(path + " names customer, agent, bot or system");
  }

  private void expect(JsonToken token, String path, String what) throws LabelException {
    if (in.currentToken() != token) {
      throw new LabelException(path + " is " + what);
    }
  }

  private static <T> T required(String path, @Nullable T value) throws LabelException {
    if (value == null) {
      throw new LabelException(path + " is missing");
    }
    return value;
  }
}
