package io.souffleur.server.crash;

import io.souffleur.server.testing.RawSocket;
import io.souffleur.server.testing.Visitor;
import io.souffleur.wire.ChannelEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A channel that tells some conversations at once, over a socket and by HTTP, and says many things
 * more than once. Whatever was not acknowledged when its line is lost, it tells again, in order.
 */
final class RawConnector implements Runnable {
  private static final int AT_ONCE = 3;
  private static final int WINDOW = 8;
  private static final int MOST_COPIES = 4;
  private static final int ANSWER_MS = 20_000;

  private final String name;
  private final int port;
  private final Ledger ledger;
  private final RandomGenerator random;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Story> stories = new ArrayList<>();
  private int begun;
  private volatile boolean finishing;
  private volatile boolean broken;

  RawConnector(String name, int port, Ledger ledger, RandomGenerator random) {
    this.name = name;
    this.port = port;
    this.ledger = ledger;
    this.random = random;
  }

  /** Tells nothing new any more; ends once everything is acknowledged. */
  void finish() {
    finishing = true;
    ledger.nudge();
  }

  @Override
  public void run() {
    try {
      while (!done()) {
        try (RawSocket socket = RawSocket.channel(port, Visitor.CHANNEL_KEY)) {
          ride(socket);
        } catch (IOException lost) {
          ledger.await(this::done, 5);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      ledger.fault(name + " failed: " + e);
    } finally {
      http.close();
    }
  }

  private boolean done() {
    return finishing && stories.stream().allMatch(story -> ledger.open(story.key()).isEmpty());
  }

  private void ride(RawSocket socket) throws IOException, InterruptedException {
    broken = false;
    Thread reader = Thread.ofVirtual().start(() -> read(socket));
    try {
      for (Story story : stories) {
        for (Sent sent : ledger.open(story.key())) {
          socket.send(sent.json());
        }
      }
      while (!done()) {
        if (finishing || broken) {
          if (!ledger.await(() -> broken || done(), ANSWER_MS)) {
            ledger.fault(name + " was not answered");
          }
          if (broken) {
            throw new IOException("the line is lost");
          }
        } else {
          step(socket);
        }
      }
    } finally {
      socket.close();
      reader.join();
    }
  }

  private void read(RawSocket socket) {
    try {
      Optional<String> frame = socket.nextText();
      while (frame.isPresent()) {
        ledger.hear(frame.get());
        frame = socket.nextText();
      }
    } catch (IOException lost) {
      // Said below, as an orderly end is.
    }
    broken = true;
    ledger.nudge();
  }

  private void step(RawSocket socket) throws IOException, InterruptedException {
    stories.removeIf(story -> story.ended() && ledger.open(story.key()).isEmpty());
    if (stories.size() < AT_ONCE) {
      stories.add(new Story(name + "-" + begun++, random));
    }
    Story story = stories.get(random.nextInt(stories.size()));
    List<Sent> open = ledger.open(story.key());
    switch (random.nextInt(10)) {
      case 0 -> {
        if (open.isEmpty() && !story.ended()) {
          postNew(story);
        }
      }
      case 1 -> edit(socket, story);
      case 2 -> sayAgain(socket, story);
      default -> {
        if (story.ended()) {
          return;
        }
        ledger.await(() -> broken || ledger.open(story.key()).size() < WINDOW, ANSWER_MS);
        if (broken) {
          throw new IOException("the line is lost");
        }
        boolean first = ledger.open(story.key()).isEmpty();
        send(socket, ledger.tell(story.next()), first);
      }
    }
  }

  /** Several times, it may be; by HTTP, too, when nothing is on its way that must come before. */
  private void send(RawSocket socket, Sent sent, boolean first)
      throws IOException, InterruptedException {
    boolean both = first && random.nextInt(8) == 0;
    Thread other =
        both ? Thread.ofVirtual().start(() -> postQuietly(List.of(sent))) : Thread.currentThread();
    int times = random.nextInt(4) == 0 ? 1 + random.nextInt(MOST_COPIES + 1) : 1;
    for (int i = 0; i < times; i++) {
      socket.send(sent.json());
    }
    if (both) {
      other.join();
    }
  }

  private void edit(RawSocket socket, Story story) throws IOException, InterruptedException {
    List<Sent> told = ledger.told(story.key());
    if (told.isEmpty() || story.ended() || !ledger.open(story.key()).isEmpty()) {
      return;
    }
    Sent chosen = told.get(random.nextInt(told.size()));
    boolean newest =
        told.stream()
            .noneMatch(
                sent ->
                    sent.event().id().equals(chosen.event().id())
                        && sent.revision() > chosen.revision());
    if (newest && chosen.event() instanceof ChannelEvent.Message message) {
      send(socket, ledger.tell(story.edit(message)), true);
    }
  }

  private void sayAgain(RawSocket socket, Story story) throws IOException {
    List<Sent> told =
        ledger.told(story.key()).stream().filter(sent -> sent.position() != Sent.NOWHERE).toList();
    if (!told.isEmpty()) {
      Sent sent = told.get(random.nextInt(told.size()));
      if (random.nextBoolean()) {
        socket.send(sent.json());
      } else {
        postQuietly(List.of(sent));
      }
    }
  }

  private void postNew(Story story) throws IOException {
    List<Sent> batch = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0 && !story.ended(); i--) {
      batch.add(ledger.tell(story.next()));
    }
    if (!post(batch)) {
      throw new IOException("the request is lost: everything is told again");
    }
  }

  private void postQuietly(List<Sent> batch) {
    try {
      post(batch);
    } catch (IOException lost) {
      // Was it taken? Whoever tells it will tell it again.
    }
  }

  /** False when it was not answered. */
  private boolean post(List<Sent> batch) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/channel/events"))
            .timeout(Duration.ofMillis(ANSWER_MS))
            .header("Authorization", "Bearer " + Visitor.CHANNEL_KEY)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    batch.stream().map(Sent::json).collect(Collectors.joining("\n"))))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        ledger.fault("HTTP answered " + answer.statusCode() + ": " + answer.body());
        return false;
      }
      answer
          .body()
          .lines()
          .map(line -> line.replaceFirst("^\\[", "").replaceFirst("[\\],]$", ""))
          .filter(line -> !line.isBlank())
          .forEach(ledger::hear);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
