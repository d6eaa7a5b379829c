package io.souffleur.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private static final String PASSWORD = "une phrase assez longue";

  private final Passwords passwords = new Passwords();

  @Test
  void a_hash_says_how_it_was_made_and_differs_each_time() throws Exception {
    String hash = passwords.hash(PASSWORD);
    assertThat(hash)
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}")
        .isNotEqualTo(passwords.hash(PASSWORD));
  }

  /** Of the tests of the reference implementation, phc-winner-argon2. */
  @Test
  void hashes_of_others_are_understood_with_their_own_parameters() throws Exception {
    Optional<String> known =
        Optional.of(
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
                + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");
    assertThat(passwords.match("password", known)).isTrue();
    assertThat(passwords.match("Password", known)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "une phrase assez longu",
        "une phrase assez longue ",
        "Une phrase assez longue",
        "",
        "\0"
      })
  void another_one_is_wrong(String typed) throws Exception {
    assertThat(passwords.match(typed, Optional.of(passwords.hash(PASSWORD)))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "caf\u00e9 cr\u00e8me \u00e0 midi, cafe\u0301 cre\u0300me a\u0300 midi",
    "\ud83d\udd11\ud83d\udd11 \u62bc\u3057\u5165\u308c \u05e9\u05dc\u05d5\u05dd, "
        + "\ud83d\udd11\ud83d\udd11 \u62bc\u3057\u5165\u308c \u05e9\u05dc\u05d5\u05dd"
  })
  void letters_are_the_same_whatever_the_keyboard(String chosen, String typed) throws Exception {
    assertThat(passwords.match(typed, Optional.of(passwords.hash(chosen)))).isTrue();
  }

  @Test
  void half_a_letter_is_no_other_half() throws Exception {
    Optional<String> known = Optional.of(passwords.hash("une \ud83d\udd11 cl\u00e9 sans fin"));
    assertThat(passwords.match("une \ud83d\udd12 cl\u00e9 sans fin", known)).isFalse();
  }

  @Test
  void where_there_is_no_account_no_password_is_right() throws Exception {
    assertThat(passwords.match(PASSWORD, Optional.empty())).isFalse();
    assertThat(passwords.match("", Optional.empty())).isFalse();
  }

  @Test
  void what_is_kept_and_is_no_hash_is_a_fault_and_not_a_way_in() {
    assertThatThrownBy(() -> passwords.match("plain", Optional.of("plain")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("plain");
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 256})
  void a_password_has_12_to_256_characters(int length) throws Exception {
    AccountForm.password("password", sentence(length), "ines");
    int other = length == 12 ? 11 : 257;
    assertThatThrownBy(() -> AccountForm.password("password", sentence(other), "ines"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("12 to 256 characters");
  }

  private static String sentence(int length) {
    return "une phrase, ".repeat(30).substring(0, length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aaaaaaaaaaaaaa", "abcabcabcabcabc", "ines.morel-ines.morel1"})
  void a_password_is_not_easy_to_guess(String password) {
    assertThatThrownBy(() -> AccountForm.password("password", password, "ines.morel"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("too easy to guess");
  }

  @Test
  void when_too_many_come_at_once_some_are_told_to_come_back() throws Exception {
    ConcurrentLinkedQueue<Code> refused = new ConcurrentLinkedQueue<>();
    CountDownLatch together = new CountDownLatch(1);
    List<Thread> people = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      people.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      together.await();
                      passwords.hash(PASSWORD);
                    } catch (RefusedException e) {
                      refused.add(e.code());
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  }));
    }
    together.countDown();
    for (Thread person : people) {
      person.join();
    }
    assertThat(refused).isNotEmpty().hasSizeLessThan(60).containsOnly(Code.BUSY);
    assertThat(passwords.match(PASSWORD, Optional.of(passwords.hash(PASSWORD)))).isTrue();
  }
}
