package io.souffleur.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir Path folder;

  private void note(int from, int until) throws Exception {
    try (AuditFile audit = AuditFile.open(folder)) {
      for (int i = from; i < until; i++) {
        audit.note(new Deed(NOON.plusSeconds(i), "ines", "conversation.watched", "c" + i, "done"));
      }
      audit.settle();
      assertThat(new AuditReader(folder).verify().faults()).isEmpty();
    }
  }

  private void tamper(String sql) throws SQLException {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("audit.db"));
        Statement statement = file.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void what_was_noted_is_whole_across_restarts() throws Exception {
    note(0, 10);
    note(10, 300);
    assertThat(new AuditReader(folder).verify().faults()).isEmpty();
  }

  @Test
  void rows_are_neither_changed_nor_deleted() throws Exception {
    note(0, 10);
    assertThatThrownBy(() -> tamper("update audit set who = 'marc' where number = 3"))
        .hasMessageContaining("the audit is only added to");
    assertThatThrownBy(() -> tamper("delete from audit where number = 3"))
        .hasMessageContaining("the audit is only added to");
  }

  @Test
  void who_gets_round_that_is_found_out() throws Exception {
    note(0, 10);
    tamper("drop trigger audit_unchanged");
    tamper("update audit set who = 'marc' where number = 3");
    assertThat(new AuditReader(folder).verify().faults())
        .containsExactly("row 3 was changed, or the one before it");
    tamper("drop trigger audit_undeleted");
    tamper("delete from audit where number in (5, 6)");
    assertThat(new AuditReader(folder).verify().faults()).contains("rows 5 to 6 are missing");
  }

  @Test
  void a_beginning_that_is_made_up_is_found_out() throws Exception {
    note(0, 10);
    tamper("insert into audit_beginning (number, link) values (8, x'00')");
    assertThat(new AuditReader(folder).verify().faults())
        .startsWith("row 1 lies before the beginning that was noted");
  }

  @Test
  void what_is_old_is_let_go_of_and_the_rest_is_still_whole() throws Exception {
    note(0, 10);
    try (AuditFile audit = AuditFile.open(folder)) {
      assertThat(audit.forget(NOON.plusSeconds(4))).isEqualTo(4);
      assertThat(audit.forget(NOON.plusSeconds(4))).isZero();
    }
    assertThat(new AuditReader(folder).verify().faults()).isEmpty();
    note(10, 20);
    try (AuditFile audit = AuditFile.open(folder)) {
      assertThat(audit.forget(NOON.plusSeconds(1_000))).isEqualTo(16);
    }
    note(20, 30);
    assertThat(new AuditReader(folder).verify().faults()).isEmpty();
  }
}
