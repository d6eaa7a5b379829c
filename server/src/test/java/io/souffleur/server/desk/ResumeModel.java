package io.souffleur.server.desk;

import io.souffleur.server.contract.Talk;
import io.souffleur.server.journal.MemoryJournal;
import io.souffleur.server.lane.Conversations;
import io.souffleur.server.lane.ModelLanes;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Random lives of a conversation and two tabs that watch it, each compared with {@link Reference}:
 * messages, lost lines, claims that are wrong, restarts, frames heard twice, tabs that do not read,
 * transfers to another agent and back. A sequence follows from its seed, and its steps from a
 * prefix of it, so that a fault is narrowed down by taking fewer steps.
 *
 * <p>Run by hand for its long form: {@code ResumeModel SEQUENCES [SEED]}.
 */
final class ResumeModel implements AutoCloseable {
  static final int STEPS = 24;

  /** Fewer, so that the transcripts stay small. */
  private static final int TRANSCRIBED = 10;

  private static final List<String> TEXTS =
      List.of("greeting", "wait-notice:PT1M", "apology", "jargon", "question", "dissatisfaction");

  /** Chances in a hundred, below which a sidebar does what the model does. */
  private static final int PLAIN = 88;

  /** Sequences that share lanes, which cost more to start than a sequence to run. */
  private static final int SHARED = 50;

  private final UnaryOperator<Conversations> server;
  private ModelLanes lanes = new ModelLanes(new MemoryJournal());
  private int run;
  private long resumptions;
  private long coalesced;

  /** {@code server}: what stands between lanes and desks; itself, or a mistake to be found. */
  ResumeModel(UnaryOperator<Conversations> server) {
    this.server = server;
  }

  /**
   * Runs one sequence, and when it fails, shorter and shorter ones.
   *
   * @return what was wrong, with the seed and the fewest steps that show it; empty when nothing was
   */
  List<String> run(long seed) throws Exception {
    List<String> faults = new Sequence(seed).run(STEPS);
    for (int steps = 0; !faults.isEmpty() && steps < STEPS; steps++) {
      List<String> fewer = new Sequence(seed).run(steps);
      if (!fewer.isEmpty()) {
        List<String> told = new ArrayList<>(fewer);
        told.addFirst("seed " + seed + ", steps " + steps);
        return told;
      }
    }
    return faults;
  }

  /** How often a tab was told no more than it had missed, so far. */
  long resumptions() {
    return resumptions;
  }

  /** How often a tab that fell behind was shown the whole, so far. */
  long coalesced() {
    return coalesced;
  }

  /**
   * What one tab heard in a sequence, and what it shows at last, as one line of JSON. Without steps
   * that a sidebar takes otherwise than {@link ModelWidget} does: leaving a conversation, and being
   * sent away from one.
   */
  Optional<String> transcript(long seed) throws Exception {
    lanes.close();
    lanes = new ModelLanes(new MemoryJournal());
    run = 0;
    Sequence sequence = new Sequence(seed);
    sequence.plain = true;
    List<String> faults = sequence.run(TRANSCRIBED);
    if (!faults.isEmpty()) {
      throw new AssertionError("seed " + seed + ": " + faults);
    }
    ModelWidget tab = sequence.tabs.getFirst();
    return tab.view()
        .map(
            view ->
                "{\"seed\":%d,\"frames\":[%s],\"view\":%s}"
                    .formatted(seed, String.join(",", tab.transcript()), view));
  }

  @Override
  public void close() {
    lanes.close();
  }

  /** One conversation and its two tabs. */
  private final class Sequence {
    private final SplittableRandom random;
    private final List<String> faults = new ArrayList<>();
    private final Talk talk;
    private final Reference truth;
    private final List<ModelWidget> tabs;
    private boolean plain;
    private int messages;
    private String holder = "ines";

    Sequence(long seed) {
      random = new SplittableRandom(seed);
      if (++run % SHARED == 0) {
        lanes.close();
        lanes = new ModelLanes(new MemoryJournal());
      }
      ConversationKey key = new ConversationKey("c" + run);
      talk = new Talk(key.value());
      truth = new Reference(key, holder);
      tabs = List.of(new ModelWidget(key, truth), new ModelWidget(key, truth));
    }

    private Instant now() {
      return lanes.clock().instant();
    }

    List<String> run(int steps) throws Exception {
      tell(talk.starts(now()));
      for (int i = 0; i < steps && faults.isEmpty(); i++) {
        step(tabs.get(random.nextInt(tabs.size())));
        settle(random.nextInt(3) == 0);
      }
      tabs.forEach(ModelWidget::readOn);
      settle(true);
      tell(talk.ends("end", now()));
      settle(true);
      tabs.forEach(ModelWidget::drop);
      lanes.settle();
      for (ModelWidget tab : tabs) {
        resumptions += tab.resumptions();
        coalesced += tab.coalesced();
      }
      return faults;
    }

    private void step(ModelWidget tab) throws Exception {
      int chance = random.nextInt(plain ? PLAIN : 100);
      if (chance < 34) {
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        String id = "m" + messages++;
        tell(random.nextBoolean() ? talk.customer(id, now(), text) : talk.agent(id, now(), text));
      } else if (chance < 42) {
        lanes.pass(Duration.ofSeconds(1 + random.nextInt(40)));
        truth.pass(now());
      } else if (chance < 62) {
        if (tab.connected()) {
          tab.drop();
        } else {
          int claim = random.nextInt(10);
          tab.connect(
              server.apply(lanes.conversations()),
              lanes.clock(),
              claim == 0 ? random.nextInt(6) - 3 : 0,
              claim == 1);
        }
      } else if (chance < 65) {
        tabs.forEach(ModelWidget::drop);
        lanes.restart();
      } else if (chance < 71) {
        if (tab.hearAgain(1 + random.nextInt(4))) {
          lanes.settle();
        }
      } else if (chance < 79) {
        tab.stopReading();
      } else if (chance < PLAIN) {
        tab.readOn();
      } else if (chance < 92) {
        tab.unwatch();
      } else if (chance < 97) {
        if (tab.connected()) {
          tab.watch();
        }
      } else {
        holder = holder.equals("ines") ? "noe" : "ines";
        tell(talk.assigned("t" + messages++, now(), holder));
      }
    }

    private void tell(ChannelEvent event) throws Exception {
      lanes.tell(event);
      truth.tell(event, now());
    }

    /** Lets the tabs hear what there is to hear, until nobody asks for more. */
    private void settle(boolean ticked) throws Exception {
      boolean again = true;
      for (int round = 0; again; round++) {
        lanes.settle();
        again = false;
        for (ModelWidget tab : tabs) {
          again |= tab.read();
          if (ticked && round < 2) {
            tab.tick();
            again = true;
          }
        }
        if (round > 20) {
          faults.add("a tab asks again and again");
          return;
        }
      }
      for (ModelWidget tab : tabs) {
        tab.check(ticked);
        faults.addAll(tab.faults());
      }
    }
  }

  /** {@code args}: how many sequences, and the seed of the first. */
  public static void main(String[] args) throws Exception {
    long count = Long.parseLong(args[0]);
    long first = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    long begin = System.nanoTime();
    long failed = 0;
    try (ResumeModel model = new ResumeModel(conversations -> conversations)) {
      for (long seed = first; seed < first + count; seed++) {
        List<String> faults = model.run(seed);
        if (!faults.isEmpty() && failed++ < 5) {
          faults.forEach(System.out::println);
        }
      }
      System.out.printf(
          "%d resumptions, %d snapshots after falling behind%n",
          model.resumptions(), model.coalesced());
    }
    System.out.printf(
        "%d sequences from seed %d in %.1f s, %d failed%n",
        count, first, (System.nanoTime() - begin) / 1e9, failed);
    System.exit(failed == 0 ? 0 : 1);
  }
}
