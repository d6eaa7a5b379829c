package io.souffleur.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTest {
  private static final TeamId NORTH = new TeamId("north");
  private static final TeamId SOUTH = new TeamId("south");
  private static final Resource OF_INES =
      new Resource.Conversation(Optional.of("ines"), Set.of(NORTH));
  private static final Resource OF_NOBODY = new Resource.Conversation(Optional.empty(), Set.of());
  private static final Caller INES = person("ines", NORTH, Role.AGENT);
  private static final Caller TOM = person("tom", NORTH, Role.AGENT);

  private static Caller person(String name, TeamId team, Role... roles) {
    return new Caller.Person(
        new AccountId(name + "-account"), Optional.of(name), Set.of(roles), Set.of(team));
  }

  private static boolean may(Caller caller, Operation operation, Resource resource) {
    return Access.decide(caller, operation, resource).allowed();
  }

  @Test
  void an_agent_sees_what_they_hold_and_what_nobody_holds() {
    assertThat(may(INES, Operation.WATCH, OF_INES)).isTrue();
    assertThat(may(INES, Operation.WATCH, OF_NOBODY)).isTrue();
    assertThat(may(TOM, Operation.WATCH, OF_INES)).isFalse();
    assertThat(may(TOM, Operation.WATCH, OF_NOBODY)).isTrue();
    assertThat(may(new Caller.TicketHolder("ines"), Operation.WATCH, OF_INES)).isTrue();
    assertThat(may(new Caller.TicketHolder("tom"), Operation.WATCH, OF_INES)).isFalse();
  }

  @Test
  void a_supervisor_reads_what_agents_of_their_teams_hold_and_touches_nothing() {
    Caller north = person("sam", NORTH, Role.SUPERVISOR);
    Caller south = person("lea", SOUTH, Role.SUPERVISOR);
    assertThat(may(north, Operation.WATCH, OF_INES)).isTrue();
    assertThat(may(north, Operation.MESSAGE_ASKED, OF_INES)).isTrue();
    assertThat(may(north, Operation.WATCH, OF_NOBODY)).isFalse();
    assertThat(may(north, Operation.DRAFT, OF_INES)).isFalse();
    assertThat(may(north, Operation.HINT_USED, OF_INES)).isFalse();
    assertThat(may(south, Operation.WATCH, OF_INES)).isFalse();
  }

  @Test
  void somebody_with_two_roles_may_what_either_may() {
    Caller both = person("sam", NORTH, Role.SUPERVISOR, Role.AGENT);
    assertThat(may(both, Operation.WATCH, OF_INES)).isTrue();
    assertThat(may(both, Operation.WATCH, OF_NOBODY)).isTrue();
    assertThat(may(both, Operation.DRAFT, OF_INES)).isFalse();
    assertThat(may(both, Operation.DRAFT, OF_NOBODY)).isTrue();
  }

  @Test
  void a_person_without_a_role_may_what_nobody_else_may_not() {
    Caller none = new Caller.Person(new AccountId("a"), Optional.of("ines"), Set.of(), Set.of());
    assertThat(may(none, Operation.WATCH, OF_INES)).isFalse();
    assertThat(may(none, Operation.ACCOUNTS, new Resource.None())).isFalse();
  }

  @Test
  void an_admin_reads_no_conversation() {
    Caller admin = person("ada", NORTH, Role.ADMIN);
    assertThat(may(admin, Operation.WATCH, OF_INES)).isFalse();
    assertThat(may(admin, Operation.WATCH, OF_NOBODY)).isFalse();
    assertThat(may(admin, Operation.MESSAGE_ASKED, OF_INES)).isFalse();
  }

  @Test
  void what_is_not_on_show_is_out_of_everybodys_reach() {
    assertThat(may(INES, Operation.DRAFT, new Resource.Hidden())).isFalse();
    assertThat(may(INES, Operation.COMMITMENT_KEPT, new Resource.Hidden())).isFalse();
  }

  @Test
  void a_promise_is_its_agents() {
    assertThat(may(INES, Operation.COMMITMENT_KEPT, new Resource.Promise("ines"))).isTrue();
    assertThat(may(TOM, Operation.COMMITMENT_KEPT, new Resource.Promise("ines"))).isFalse();
  }

  @Test
  void a_password_is_changed_by_its_person_or_an_admin() {
    Resource own = new Resource.Account(new AccountId("ines-account"));
    assertThat(may(INES, Operation.PASSWORD_CHANGED, own)).isTrue();
    assertThat(may(TOM, Operation.PASSWORD_CHANGED, own)).isFalse();
    assertThat(may(person("ada", NORTH, Role.ADMIN), Operation.PASSWORD_CHANGED, own)).isTrue();
  }

  @Test
  void a_refusal_says_whether_it_would_help_to_say_who_one_is() {
    assertThat(Access.decide(new Caller.Nobody(), Operation.ACCOUNTS, new Resource.None()))
        .isEqualTo(new Decision.Refused(true, "sign in first"));
    assertThat(Access.decide(INES, Operation.ACCOUNTS, new Resource.None()))
        .isEqualTo(
            new Decision.Refused(false, "your roles do not allow that; ask an administrator"));
  }
}
