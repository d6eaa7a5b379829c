package io.souffleur.server.contract;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * French verbs as one says them to somebody one calls <em>vous</em>, from the form for <em>tu</em>:
 * the irregular ones of customer service by a table, the others by their endings. Of what could be
 * several things, nothing is said.
 */
final class FormalVerbs {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Both the statement and the order, where they are alike but for their last letter. */
  private static final String STATEMENTS =
      """
      es êtes  as avez  peux pouvez  veux voulez  dois devez  vas allez  fais faites  sais savez
      vois voyez  dis dites  prends prenez  comprends comprenez  apprends apprenez  viens venez
      reviens revenez  deviens devenez  tiens tenez  obtiens obtenez  mets mettez  permets permettez
      reçois recevez  connais connaissez  reconnais reconnaissez  attends attendez  entends entendez
      crois croyez  lis lisez  écris écrivez  choisis choisissez  finis finissez
      remplis remplissez  réussis réussissez  saisis saisissez  perds perdez  rends rendez
      réponds répondez  descends descendez  vends vendez  pars partez  sors sortez  dors dormez
      suis suivez  vis vivez  bois buvez  ouvres ouvrez  offres offrez  conduis conduisez
      appelles appelez  rappelles rappelez  renouvelles renouvelez  jettes jetez  achètes achetez
      amènes amenez  enlèves enlevez  lèves levez  préfères préférez  espères espérez
      répètes répétez  considères considérez  récupères récupérez  accèdes accédez
      règles réglez  gères gérez  inquiètes inquiétez  complètes complétez  sois soyez
      plais plaisez  tais taisez  satisfais satisfaites  puisses puissiez  fasses fassiez  ailles alliez  veuilles vouliez  saches sachiez
      """;

  private static final String ORDERS =
      """
      va allez  fais faites  dis dites  vois voyez  prends prenez  viens venez  tiens tenez
      mets mettez  attends attendez  crois croyez  lis lisez  écris écrivez  choisis choisissez
      finis finissez  remplis remplissez  saisis saisissez  perds perdez  rends rendez
      réponds répondez  descends descendez  sors sortez  suis suivez  ouvre ouvrez
      appelle appelez  rappelle rappelez  renouvelle renouvelez  jette jetez  achète achetez
      enlève enlevez  lève levez  répète répétez  récupère récupérez  règle réglez  gère gérez
      inquiète inquiétez  complète complétez  sois soyez  aie ayez  sache sachez
      """;

  private static final Map<String, String> SAID = table(STATEMENTS);
  private static final Map<String, String> ORDERED = table(ORDERS);

  /** Look like a verb behind <em>tu</em> by their last letters, and are none. */
  private static final Set<String> NO_VERBS =
      new HashSet<>(List.of("pas", "plus", "jamais", "mais", "tres", "mes", "ses", "les", "des"));

  private FormalVerbs() {}

  private static Map<String, String> table(String forms) {
    Map<String, String> table = new HashMap<>();
    String[] words = forms.strip().split("\\s+");
    for (int i = 0; i < words.length; i += 2) {
      table.put(plain(words[i]), words[i + 1]);
    }
    return table;
  }

  private static String plain(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
  }

  /** What is said of somebody: {@code peux} becomes {@code pouvez}. */
  static Optional<String> said(String verb) {
    String plain = plain(verb);
    String small = verb.toLowerCase(Locale.ROOT);
    if (SAID.containsKey(plain)) {
      return Optional.of(SAID.get(plain));
    }
    if (NO_VERBS.contains(plain) || plain.length() < 4) {
      return Optional.empty();
    }
    if (plain.endsWith("ais")) {
      return Optional.of(cut(small, 3) + "iez");
    }
    if (plain.endsWith("ras")) {
      return Optional.of(cut(small, 2) + "ez");
    }
    return plain.endsWith("es") ? ofEr(cut(small, 1)) : Optional.empty();
  }

  /** What somebody is asked to do: {@code clique} becomes {@code cliquez}. */
  static Optional<String> ordered(String verb) {
    String plain = plain(verb);
    if (ORDERED.containsKey(plain)) {
      return Optional.of(ORDERED.get(plain));
    }
    return plain.length() >= 4 && plain.endsWith("e")
        ? ofEr(verb.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Of a verb in -er, from its form that ends in e; where the stem may change, nothing. */
  private static Optional<String> ofEr(String form) {
    String stem = cut(form, 1);
    if (stem.matches(".*[oua]i")) {
      return Optional.of(cut(stem, 1) + "yez");
    }
    boolean mayChange = stem.matches(".*è[^aeiouy]+|.*(?:ell|ett|enn)");
    return mayChange ? Optional.empty() : Optional.of(stem + "ez");
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
