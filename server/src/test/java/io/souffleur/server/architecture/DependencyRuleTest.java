package io.souffleur.server.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The direction of dependencies: everything points inward to the core, and the core is pure. */
class DependencyRuleTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.souffleur");

  private static final String SERVER = "io.souffleur.server.";
  private static final String CORE = "io.souffleur.server.core..";

  /**
   * What each package of the server may know, besides libraries. A new package is added here first:
   * think about where it points before it does.
   */
  private static final Map<String, Set<String>> ARROWS = arrows();

  private static Map<String, Set<String>> arrows() {
    Map<String, Set<String>> arrows = new LinkedHashMap<>();
    arrows.put("core", Set.of());
    arrows.put("nlp", Set.of("core"));
    arrows.put("checklist", Set.of("core"));
    arrows.put("contract", Set.of("core", "wire"));
    arrows.put("redaction", Set.of("core"));
    arrows.put("config", Set.of("core", "access", "redaction"));
    arrows.put("store", Set.of("config"));
    arrows.put("waiting", Set.of());
    arrows.put("journal", Set.of("core", "config", "store", "waiting", "wire"));
    arrows.put("backup", Set.of("config", "store", "journal"));
    arrows.put("snapshot", Set.of("core"));
    arrows.put(
        "lane", Set.of("core", "contract", "journal", "snapshot", "redaction", "config", "wire"));
    arrows.put("sealing", Set.of("core", "journal", "snapshot", "waiting", "wire"));
    arrows.put("access", Set.of("wire"));
    arrows.put("http", Set.of("access", "config", "wire"));
    arrows.put("audit", Set.of("access", "waiting"));
    arrows.put(
        "privacy",
        Set.of(
            "access",
            "core",
            "contract",
            "journal",
            "sealing",
            "audit",
            "lane",
            "http",
            "config",
            "wire"));
    arrows.put("channel", Set.of("access", "core", "lane", "http", "config", "wire"));
    arrows.put("languagetool", Set.of("core", "lane"));
    arrows.put("desk", Set.of("access", "core", "lane", "http", "config", "wire"));
    arrows.put("openid", Set.of("config"));
    arrows.put("people", Set.of("access", "http", "config", "openid"));
    arrows.put("logs", Set.of());
    arrows.put("metrics", Set.of("core", "lane", "journal", "http", "config", "wire"));
    arrows.put("feedback", Set.of("audit", "core", "lane", "wire"));
    arrows.put("lines", Set.of());
    arrows.put("replay", Set.of("core", "contract", "wire", "lines"));
    arrows.put("evaluate", Set.of("core", "contract", "wire", "lines"));
    arrows.put("demo", Set.of("link", "wire", "http"));
    return arrows;
  }

  @Test
  void the_core_uses_the_language_and_nothing_else() {
    classes()
        .that()
        .resideInAPackage(CORE)
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage(CORE)
                .or(resideInAPackage("java.lang.."))
                .or(resideInAPackage("java.util"))
                .or(resideInAPackage("java.util.function"))
                .or(resideInAPackage("java.util.stream"))
                .or(resideInAPackage("java.util.regex"))
                .or(resideInAPackage("java.time.."))
                .or(resideInAPackage("org.jspecify.annotations")))
        .check(PRODUCT);
  }

  @Test
  void the_core_has_no_thread_chance_process_or_clock() {
    noClasses()
        .that()
        .resideInAPackage(CORE)
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.lang\\.(Thread.*|Runtime|Process.*|InheritableThreadLocal|ClassLoader|reflect\\..*)"
                + "|java\\.util\\.(Random|SplittableRandom|UUID|Timer|TimerTask|ResourceBundle)"
                + "|java\\.util\\.(ServiceLoader|TimeZone|Date|Calendar)|java\\.time\\.Clock")
        .check(PRODUCT);
  }

  @Test
  void the_core_asks_nobody_for_the_time_the_place_or_the_language() {
    noClasses()
        .that()
        .resideInAPackage(CORE)
        .should()
        .callCodeUnitWhere(
            DescribedPredicate.describe(
                "what it answers depends on where or when it runs", DependencyRuleTest::depends))
        .check(PRODUCT);
  }

  private static boolean depends(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    String method = call.getName();
    List<String> parameters =
        call.getTarget().getRawParameterTypes().stream().map(JavaClass::getName).toList();
    boolean named = parameters.contains("java.util.Locale");
    return switch (owner) {
      case "java.lang.System" ->
          Set.of("currentTimeMillis", "nanoTime", "getProperty", "getenv", "identityHashCode")
              .contains(method);
      case "java.util.Locale" -> method.equals("getDefault");
      case "java.lang.String" ->
          Set.of("format", "formatted", "toLowerCase", "toUpperCase").contains(method) && !named;
      case "java.time.format.DateTimeFormatter" -> method.equals("ofPattern") && !named;
      default ->
          owner.startsWith("java.time.")
              && (method.equals("now") || method.startsWith("systemDefault"));
    };
  }

  @Test
  void arrows_point_inward() {
    LayeredArchitecture layers =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("wire")
            .definedBy("io.souffleur.wire..")
            .layer("link")
            .definedBy("io.souffleur.link..")
            .layer("cli")
            .definedBy(SERVER + "cli..");
    for (String layer : ARROWS.keySet()) {
      layers = layers.layer(layer).definedBy(SERVER + layer + "..");
    }
    layers = layers.whereLayer("wire").mayNotAccessAnyLayer();
    layers = layers.whereLayer("link").mayOnlyAccessLayers("wire");
    layers = layers.whereLayer("cli").mayNotBeAccessedByAnyLayer();
    for (Map.Entry<String, Set<String>> arrow : ARROWS.entrySet()) {
      layers =
          arrow.getValue().isEmpty()
              ? layers.whereLayer(arrow.getKey()).mayNotAccessAnyLayer()
              : layers
                  .whereLayer(arrow.getKey())
                  .mayOnlyAccessLayers(arrow.getValue().toArray(String[]::new));
    }
    layers.check(PRODUCT);
  }

  @Test
  void every_package_of_the_server_has_its_arrows() {
    Set<String> packages =
        PRODUCT.stream()
            .map(type -> type.getPackageName())
            .filter(name -> name.startsWith(SERVER))
            .map(name -> name.substring(SERVER.length()).split("\\.", -1)[0])
            .collect(Collectors.toSet());
    packages.removeAll(ARROWS.keySet());
    packages.remove("cli");
    assertThat(packages).as("packages whose arrows nobody has thought about").isEmpty();
  }

  @Test
  void no_package_depends_on_itself_through_another() {
    slices().matching("io.souffleur.server.(*)..").should().beFreeOfCycles().check(PRODUCT);
    slices().matching("io.souffleur.(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void only_the_demo_reaches_the_server_as_a_channel_does() {
    noClasses()
        .that()
        .resideInAPackage("io.souffleur.server..")
        .and()
        .resideOutsideOfPackages(SERVER + "demo..", SERVER + "cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.souffleur.link..")
        .check(PRODUCT);
  }

  @Test
  void every_package_says_why_it_exists_and_where_null_may_be() {
    Set<String> silent =
        PRODUCT.stream()
            .map(type -> type.getPackage())
            .filter(home -> !says(home))
            .map(JavaPackage::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(silent).as("packages without a package-info.java that is @NullMarked").isEmpty();
  }

  private static boolean says(JavaPackage home) {
    return home.tryGetPackageInfo().isPresent() && home.isAnnotatedWith(NullMarked.class);
  }

  @Test
  void no_package_is_a_drawer() {
    Set<String> names =
        PRODUCT.stream()
            .map(type -> type.getPackageName())
            .flatMap(name -> Arrays.stream(name.split("\\.")))
            .map(part -> part.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    assertThat(names)
        .doesNotContain("util", "utils", "common", "commons", "helper", "helpers", "misc");
  }
}
