package io.souffleur.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.souffleur.wire.ChannelRequest;
import io.souffleur.wire.DeskRequest;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the table has everything that can be asked for, and the page says what the table says. */
class OperationTest {
  private static final Path PAGE = Path.of("..", "docs", "access.md");
  private static final Path EXAMPLES =
      Path.of("..", "plugin", "src", "main", "resources", "wire-examples");
  private static final Pattern TYPE = Pattern.compile("^\\{\"type\":\"([a-z.]+)\"");

  @Test
  void the_page_says_what_the_table_says() throws Exception {
    assertThat(AccessPage.text())
        .as("write it anew: " + AccessPage.COMMAND)
        .isEqualTo(Files.readString(PAGE));
  }

  @Test
  void every_type_of_frame_is_in_the_table() throws Exception {
    assertThat(types(Where.ChannelFrame.class)).isEqualTo(examples("from-channel"));
    assertThat(types(Where.DeskFrame.class)).isEqualTo(examples("from-desk"));
  }

  @Test
  void every_request_of_the_contract_has_an_operation_of_its_own() {
    assertThat(types(Where.ChannelFrame.class)).hasSize(leaves(ChannelRequest.class).size());
    assertThat(types(Where.DeskFrame.class)).hasSize(leaves(DeskRequest.class).size());
  }

  private static Set<Class<?>> leaves(Class<?> family) {
    Class<?>[] permitted = family.getPermittedSubclasses();
    return permitted == null
        ? Set.of(family)
        : Arrays.stream(permitted)
            .flatMap(member -> leaves(member).stream())
            .collect(Collectors.toSet());
  }

  private static Set<String> types(Class<? extends Where> kind) {
    return Arrays.stream(Operation.values())
        .map(Operation::where)
        .filter(kind::isInstance)
        .map(
            where ->
                switch (where) {
                  case Where.Route route -> route.path();
                  case Where.ChannelFrame frame -> frame.type();
                  case Where.DeskFrame frame -> frame.type();
                })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> examples(String direction) throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES.resolve(direction))) {
      return files
          .map(OperationTest::type)
          .flatMap(Optional::stream)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Optional<String> type(Path example) {
    try {
      return TYPE.matcher(Files.readString(example))
          .results()
          .map(found -> found.group(1))
          .findFirst();
    } catch (IOException e) {
      throw new AssertionError(example.toString(), e);
    }
  }

  /** Servlets of no other method than those the table can know of. */
  @Test
  void servlets_answer_by_methods_of_the_table_alone() {
    Set<String> known =
        Arrays.stream(Operation.values())
            .map(Operation::where)
            .filter(Where.Route.class::isInstance)
            .map(where -> ((Where.Route) where).method())
            .collect(Collectors.toSet());
    List<String> answered =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.souffleur.server")
                .stream()
                .filter(type -> type.isAssignableTo(HttpServlet.class))
                .map(JavaClass::getMethods)
                .flatMap(Set::stream)
                .map(JavaMethod::getName)
                .filter(name -> name.matches("do[A-Z].*"))
                .map(name -> name.substring(2).toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    assertThat(answered).isNotEmpty().isSubsetOf(known);
  }

  @Test
  void no_two_operations_are_asked_for_in_the_same_way() {
    assertThat(Arrays.stream(Operation.values()).map(Operation::where)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, PAGE",
    "HEAD, /desk/, PAGE",
    "GET, /v1/session, WHO_AM_I",
    "HEAD, /v1/session, WHO_AM_I",
    "PATCH, /v1/accounts/a1, ACCOUNT_CHANGED",
    "PUT, /v1/accounts/a1/password, PASSWORD_CHANGED",
  })
  void a_request_asks_for_an_operation(String method, String path, Operation operation) {
    assertThat(Routes.find(method, path))
        .isInstanceOfSatisfying(
            Routes.Asked.Known.class, known -> assertThat(known.operation()).isEqualTo(operation));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/accounts/",
        "/v1/accounts/a/b",
        "/v1/accounts//password",
        "/v1/Session",
        "/v1/x",
        "/v1/"
      })
  void nothing_else_is_found_where_programs_ask(String path) {
    assertThat(Routes.find("GET", path)).isInstanceOf(Routes.Asked.Nothing.class);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /, GET",
    "OPTIONS, /v1/session, DELETE",
    "TRACE, /health, GET",
    "get, /health, GET"
  })
  void another_method_is_told_which_there_are(String method, String path, String one) {
    assertThat(Routes.find(method, path))
        .isInstanceOfSatisfying(
            Routes.Asked.WrongMethod.class, wrong -> assertThat(wrong.methods()).contains(one));
  }
}
