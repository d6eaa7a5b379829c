package io.souffleur.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.testing.SelfSigned;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** What an operator does with a house: settings are checked, what was kept goes out and back. */
class HouseCommandTest extends Shell {
  private static final String HOUSE =
      "data: %s\nchannels:\n  - {name: chat, key: 0123456789abcdef}\nprivacy:\n  masterKey: %s\n";
  private static final String A_KEY = "c291ZmZsZXVyIHNvdWZmbGV1ciBzb3VmZmxldXIgISE=";
  private static final String ANOTHER_KEY = "U291ZmZsZXVyIHNvdWZmbGV1ciBzb3VmZmxldXIgISE=";

  @Test
  void what_was_kept_goes_into_a_file_and_back() throws Exception {
    write(
        "souffleur.yaml",
        """
        data: data
        channels:
          - {name: chat, key: 0123456789abcdef}
        storage: {kind: sqlite, reserve: 0}
        """);
    Ran early = run("", "backup", "--config", "souffleur.yaml", "kept.db");
    assertThat(early.code()).isEqualTo(2);
    assertThat(early.err()).startsWith("souffleur backup: ").contains("journal.db isn't there");

    Ran hold = run("", "hold", "--config", "souffleur.yaml", "--customer", "k-1");
    assertThat(hold.code()).as(hold.err()).isZero();
    assertThat(hold.out()).startsWith("placed hold ");
    assertThat(run("", "hold", "--config", "souffleur.yaml").out())
        .contains("\tcommand\tcustomer\tk-1");
    Ran erase = run("", "erase", "--config", "souffleur.yaml", "--customer", "k-1");
    assertThat(erase.code()).isEqualTo(2);
    assertThat(erase.err()).contains("there is a hold on it, placed by command");
    String id = hold.out().replaceFirst("placed hold ", "").strip();
    assertThat(run("", "hold", "--config", "souffleur.yaml", "--lift", id).code()).isZero();
    assertThat(run("", "hold", "--config", "souffleur.yaml", "--lift", id).code()).isEqualTo(2);
    assertThat(run("", "erase", "--config", "souffleur.yaml", "--customer", "k-1").out())
        .startsWith("erased 0 conversations at ");
    assertThat(run("", "audit", "--config", "souffleur.yaml").out())
        .contains("\tcommand\thold.placed\t" + id + "\tdone")
        .contains("\tcommand\tconversation.erased\t" + id + "\theld");
    assertThat(run("", "audit", "--verify", "--config", "souffleur.yaml").out())
        .contains("the audit is whole up to row 4");
    assertThat(run("", "import", "--config", "souffleur.yaml", "none.json").err())
        .contains("none.json isn't there");
    Ran backup = run("", "backup", "--config", "souffleur.yaml", "kept.db");
    assertThat(backup.code()).as(backup.err()).isZero();
    assertThat(backup.out())
        .contains("kept.db has journal 0")
        .contains("its texts open only with keys.db and the master key, which are not in it");
    Ran beside = run("", "backup", "--config", "souffleur.yaml", "x.db", "--keys", "keys.db");
    assertThat(beside.err()).contains("choose another folder for --keys");
    Files.createDirectories(folder.resolve("safe"));
    Ran apart = run("", "backup", "--config", "souffleur.yaml", "x.db", "--keys", "safe/keys.db");
    assertThat(apart.code()).as(apart.err()).isZero();
    assertThat(folder.resolve("safe/keys.db")).isNotEmptyFile();
    assertThat(Files.getLastModifiedTime(folder.resolve("safe/keys.db")))
        .as("keys of what began meanwhile are in it, too")
        .isGreaterThanOrEqualTo(Files.getLastModifiedTime(folder.resolve("x.db")));
    Ran there = run("", "backup", "--config", "souffleur.yaml", "kept.db", "--keys", "safe/2.db");
    assertThat(there.code()).isNotZero();
    assertThat(folder.resolve("safe/2.db")).as("keys of no backup").doesNotExist();

    Ran restore = run("", "restore", "--config", "souffleur.yaml", "kept.db");
    assertThat(restore.code()).as(restore.err()).isZero();
    assertThat(restore.out()).contains("restored from kept.db: journal 0");
    assertThat(run("", "restore", "--config", "none.yaml", "kept.db").code()).isEqualTo(2);
  }

  @Test
  void with_other_keys_nothing_is_restored() throws Exception {
    write("first.yaml", HOUSE.formatted("first", A_KEY));
    assertThat(run("", "hold", "--config", "first.yaml", "--customer", "k-1").code()).isZero();
    Files.createDirectories(folder.resolve("safe"));
    Ran backup = run("", "backup", "--config", "first.yaml", "kept.db", "--keys", "safe/keys.db");
    assertThat(backup.code()).as(backup.err()).isZero();

    Files.createDirectories(folder.resolve("second"));
    Files.copy(folder.resolve("safe/keys.db"), folder.resolve("second/keys.db"));
    write("second.yaml", HOUSE.formatted("second", ANOTHER_KEY));
    Ran wrong = run("", "restore", "--config", "second.yaml", "kept.db");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err()).contains("keys.db was written with another master key");

    write("third.yaml", HOUSE.formatted("second", A_KEY).replaceFirst("(?s)privacy.*", ""));
    Ran without = run("", "restore", "--config", "third.yaml", "kept.db");
    assertThat(without.err()).contains("there is keys.db and no master key: put ");
    assertThat(folder.resolve("second/master.key")).doesNotExist();

    write("second.yaml", HOUSE.formatted("second", A_KEY));
    Ran right = run("", "restore", "--config", "second.yaml", "kept.db");
    assertThat(right.code()).as(right.err()).isZero();
  }

  @Test
  void a_backup_that_has_no_place_says_so() throws Exception {
    write("souffleur.yaml", HOUSE.formatted("data", A_KEY));
    assertThat(run("", "hold", "--config", "souffleur.yaml", "--customer", "k-1").code()).isZero();
    assertThat(run("", "backup", "--config", "souffleur.yaml", "no/kept.db").err())
        .endsWith("kept.db.part isn't there, or the folder for it isn't\n");
    assertThat(
            run("", "backup", "--config", "souffleur.yaml", "x.db", "--keys", "no/keys.db").err())
        .endsWith("keys.db isn't there, or the folder for it isn't\n");
    assertThat(
            run("", "backup", "--config", "souffleur.yaml", "x.db", "--keys", "no/../keys.db")
                .err())
        .contains("choose another folder for --keys");
    assertThat(folder.resolve("x.db")).doesNotExist();
  }

  @Test
  void wrong_settings_are_told_with_every_error() throws Exception {
    write("souffleur.yaml", "port: none\ncolour: blue\n");
    Ran ran = run("", "run", "--config", "souffleur.yaml");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err().lines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).matches(".*souffleur\\.yaml:\\d+:\\d+: .+"));
    assertThat(run("", "run", "--config", "nowhere.yaml").code()).isEqualTo(2);
  }

  @Test
  void who_lets_others_in_without_tls_is_warned() throws Exception {
    String house = "host: 0.0.0.0\ndata: d\nchannels:\n  - {name: chat, key: 0123456789abcdef}\n";
    write("open.yaml", house + "insecure: true\n");
    assertThat(run("", "check-config", "open.yaml").err()).contains("insecure: true: what people");
    write("proxied.yaml", house + "insecure: true\nproxy: {trusted: [127.0.0.1]}\n");
    assertThat(run("", "check-config", "proxied.yaml").err()).doesNotContain("insecure");
  }

  @Test
  void what_can_be_used_and_ought_to_be_different_is_said() throws Exception {
    String house = HOUSE.formatted("data", A_KEY);
    write("near.yaml", house + "host: 0.0.0.0\nproxy: {trusted: [127.0.0.1]}\n");
    assertThat(run("", "check-config", "near.yaml").err())
        .contains("other machines reach 0.0.0.0 without TLS, past the proxy on this machine");
    write("far.yaml", house + "host: 0.0.0.0\nproxy: {trusted: [127.0.0.1, 10.0.0.7]}\n");
    assertThat(run("", "check-config", "far.yaml").err()).doesNotContain("past the proxy");
    write(
        "base.yaml",
        house
            + "storage:\n  {kind: postgresql, url: 'jdbc:postgresql://db.example.org/s', user: u,"
            + " password: p}\n");
    assertThat(run("", "check-config", "base.yaml").err()).contains("sslmode=verify-full");
  }

  @Test
  void a_certificate_and_the_key_of_another_are_a_mistake() throws Exception {
    SelfSigned one = SelfSigned.in(folder, "one", "EC");
    SelfSigned other = SelfSigned.in(folder, "other", "EC");
    write(
        "souffleur.yaml",
        HOUSE.formatted("data", A_KEY)
            + "tls: {certificate: %s, key: %s}\n".formatted(one.certificate(), other.key()));
    Ran ran = run("", "check-config", "souffleur.yaml");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "souffleur.yaml: %s is not the key of the first certificate in %s%n"
                .formatted(other.key(), one.certificate()));
  }

  @Test
  void a_demo_and_a_house_keep_apart() throws Exception {
    write("souffleur.yaml", HOUSE.formatted("house", A_KEY));
    assertThat(run("", "hold", "--config", "souffleur.yaml", "--customer", "k-1").code()).isZero();
    Ran demo = run("", "demo", "--port", "0", "--data", "house");
    assertThat(demo.code()).isEqualTo(2);
    assertThat(demo.err()).contains("house is not a demo's: its accounts would stand beside");

    Files.createDirectories(folder.resolve("tried"));
    write("tried/this-is-a-demo", "");
    write("souffleur.yaml", HOUSE.formatted("tried", A_KEY));
    Ran house = run("", "run", "--config", "souffleur.yaml");
    assertThat(house.code()).isEqualTo(2);
    assertThat(house.err()).contains("tried is a demo's: its accounts are for trying");
  }

  @Test
  void what_is_made_is_for_its_owner_alone() throws Exception {
    write("souffleur.yaml", HOUSE.formatted("data", A_KEY));
    assertThat(run("", "hold", "--config", "souffleur.yaml", "--customer", "k-1").code()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
        .isEqualTo("rwx------");
  }
}
