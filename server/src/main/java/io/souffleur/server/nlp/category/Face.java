package io.souffleur.server.nlp.category;

/** What an emoji or an emoticon expresses. */
enum Face {
  PLEASED(0, "😍😘🥰❤♥💕💖💗💙💚💛💜🧡🎉🎊🎂🎁🙏👏👍🥳🏆🥇😊☺🙂😀😃😄😁😎🤗✨⭐🌟💪🤩😋👌💯🎓"),
  LAUGHING(1, "😂🤣😆😅😹😜😝"),
  ANGRY(2, "😡😠🤬😤👎🙄😒😑💩😾🖕🤮🤢🤦"),
  SAD(3, "😢😭😞😔😕😟🙁☹😩😫💔😖😣😥😪😓😰😱🥺"),

  /** Nothing of these, or no face at all. */
  NONE(4, "");

  private static final Face[] ALL = values();
  private static final char FIRST_SYMBOL = '\u2190';

  /** Mouths of emoticons, behind eyes and perhaps a nose. */
  private static final String SMILES = ")]D";

  private static final String FROWNS = "([/\\";

  private final int number;
  private final String emoji;

  Face(int number, String emoji) {
    this.number = number;
    this.emoji = emoji;
  }

  /** What models know it by. */
  int number() {
    return number;
  }

  /** What stands at a place of a text. */
  static Face at(String text, int at) {
    char c = text.charAt(at);
    return switch (c) {
      case ':', ';', '=' -> emoticon(text, at);
      case '<' -> text.startsWith("<3", at) ? PLEASED : NONE;
      case '^' -> text.startsWith("^^", at) || text.startsWith("^_^", at) ? PLEASED : NONE;
      default ->
          c < FIRST_SYMBOL || Character.isLowSurrogate(c) ? NONE : emoji(text.codePointAt(at));
    };
  }

  private static Face emoji(int point) {
    for (Face face : ALL) {
      if (face.emoji.indexOf(point) >= 0) {
        return face;
      }
    }
    return NONE;
  }

  private static Face emoticon(String text, int eyes) {
    int mouth = eyes + 1;
    if (mouth + 1 < text.length() && (text.charAt(mouth) == '-' || text.charAt(mouth) == '\'')) {
      mouth++;
    }
    if (mouth >= text.length() || goesOn(text, mouth + 1)) {
      return NONE;
    }
    if (SMILES.indexOf(text.charAt(mouth)) >= 0) {
      return PLEASED;
    }
    return FROWNS.indexOf(text.charAt(mouth)) >= 0 ? SAD : NONE;
  }

  /** Whether this is no emoticon but the beginning of something else, such as {@code ://}. */
  private static boolean goesOn(String text, int at) {
    return at < text.length()
        && (text.charAt(at) == '/' || Character.isLetterOrDigit(text.charAt(at)));
  }
}
