package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Span;
import java.util.Optional;

/** Sees emoji, with all the code points that make up one of them, and emoticons. */
final class EmojiDetector implements Detector {

  private static final double SURE = 0.99;

  private static final int JOINER = 0x200D;
  private static final int VARIATION = 0xFE0F;
  private static final String EYES = ":;=";
  private static final String NOSES = "-'o";
  private static final String MOUTHS = ")(D]P[|\\/3*pOo";

  @Override
  public void detect(Message message, CueSink cues) {
    String text = message.words().text();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at;
      if (c >= 0x2190) {
        end = emojiEnd(text, at);
      } else if (EYES.indexOf(c) >= 0 || c == '<' || c == '^') {
        end = emoticonEnd(text, at);
      }
      if (end > at) {
        cues.add(CueName.EMOJI, new Span(at, end), SURE, Optional.empty());
      }
      at = Math.max(end, at + 1);
    }
  }

  private static int emojiEnd(String text, int from) {
    int at = from;
    int point = text.codePointAt(at);
    if (!isEmoji(point)) {
      return from;
    }
    at += Character.charCount(point);
    while (at < text.length()) {
      point = text.codePointAt(at);
      boolean joins = point == JOINER || point == VARIATION || isSkin(point);
      boolean joined = text.charAt(at - 1) == JOINER && isEmoji(point);
      boolean flag = isFlag(point) && at == from + 2 && isFlag(text.codePointAt(from));
      if (!joins && !joined && !flag) {
        break;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  private static boolean isEmoji(int point) {
    return (point >= 0x1F300 && point <= 0x1FAFF)
        || (point >= 0x2600 && point <= 0x27BF && !isTypographic(point))
        || isFlag(point)
        || point == 0x2B50
        || point == 0x2B55
        || point == 0x263A;
  }

  /** Ticks, crosses, stars and ornaments that also stand in lists. */
  private static boolean isTypographic(int point) {
    return (point >= 0x2713 && point <= 0x2718)
        || (point >= 0x2720 && point <= 0x2727)
        || (point >= 0x2756 && point <= 0x2763)
        || (point >= 0x2768 && point <= 0x2794)
        || (point >= 0x2798 && point <= 0x27AF);
  }

  private static boolean isFlag(int point) {
    return point >= 0x1F1E6 && point <= 0x1F1FF;
  }

  private static boolean isSkin(int point) {
    return point >= 0x1F3FB && point <= 0x1F3FF;
  }

  private static int emoticonEnd(String text, int from) {
    char c = text.charAt(from);
    boolean apart = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
    if (c == '<') {
      return text.startsWith("<3", from) && apart && ends(text, from + 2) ? from + 2 : from;
    }
    if (c == '^') {
      int end =
          text.startsWith("^^", from) ? from + 2 : text.startsWith("^_^", from) ? from + 3 : from;
      return apart && end > from && ends(text, end) ? end : from;
    }
    int at = from + 1;
    if (at < text.length() - 1 && NOSES.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at >= text.length() || MOUTHS.indexOf(text.charAt(at)) < 0) {
      return from;
    }
    char mouth = text.charAt(at);
    int end = at + 1;
    while (end < text.length() && text.charAt(end) == mouth) {
      end++;
    }
    boolean round = mouth == ')' || mouth == '(';
    return (round || apart) && ends(text, end) && mouth(text, from, mouth) ? end : from;
  }

  /** A parenthesis that closes one opened before smiles at nobody. */
  private static boolean mouth(String text, int from, char mouth) {
    if (mouth == '/' && text.startsWith("://", from)) {
      return false;
    }
    if (mouth != ')' || text.charAt(from) == '=') {
      return mouth != '=';
    }
    int opened = text.lastIndexOf('(', from);
    return opened < 0 || text.indexOf(')', opened) < from;
  }

  private static boolean ends(String text, int at) {
    return at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }
}
