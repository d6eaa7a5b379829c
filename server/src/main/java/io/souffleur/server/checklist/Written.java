package io.souffleur.server.checklist;

import java.util.List;

/** What an author wrote, as it stands in the file, each part with its place. */
sealed interface Written {

  /** Where it begins. */
  Place at();

  /** What it is, in the words of a message: {@code a text}, {@code a list}. */
  String kind();

  /**
   * A text, a number, a word.
   *
   * @param indent how many characters (its quotation mark) lie before the first of {@code value};
   *     negative when the characters of {@code value} don't stand one by one in the file
   */
  record Text(Place at, String value, int indent) implements Written {

    /** Where the character at {@code index} stands, as exactly as is known. */
    Place placeOf(int index) {
      return indent < 0
          ? at
          : new Place(at.line(), at.column() + indent + value.codePointCount(0, index));
    }

    @Override
    public String kind() {
      return "a text";
    }
  }

  /** A list. */
  record Sequence(Place at, List<Written> entries) implements Written {
    public Sequence {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys with values, in the order written; a key may be there twice. */
  record Mapping(Place at, List<Entry> entries) implements Written {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "keys with values";
    }
  }

  /** A key and its value. */
  record Entry(Text key, Written value) {}
}
