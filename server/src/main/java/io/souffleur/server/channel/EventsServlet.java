package io.souffleur.server.channel;

import io.souffleur.server.access.Caller;
import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.http.Guard;
import io.souffleur.server.http.PlainAnswer;
import io.souffleur.server.http.RequestBody;
import io.souffleur.server.lane.Conversations;
import io.souffleur.wire.ChannelReply;
import io.souffleur.wire.Refused;
import io.souffleur.wire.json.ChannelCodec;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The door for channels that send events by HTTP: {@code POST} of one event, a JSON array or JSON
 * Lines. The answer is a JSON array of acknowledgements and refusals, in the order of the events
 * that are kept. It is given once all of them are durable: 200, also when some were refused, since
 * sending those again would change nothing; 503 when some were not taken for want of room, and the
 * whole may be sent again.
 */
public final class EventsServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_BODY = 4 * 1024 * 1024;

  private final transient Conversations conversations;
  private final transient Duration patience;

  /**
   * The door.
   *
   * @param patience how long a request may take to come in, and then to become durable
   */
  public EventsServlet(Conversations conversations, Duration patience) {
    this.conversations = conversations;
    this.patience = patience;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!(Guard.identity(request).caller() instanceof Caller.Connector caller)) {
      PlainAnswer.send(
          response, HttpServletResponse.SC_FORBIDDEN, "only a channel may send events");
      return;
    }
    Optional<byte[]> body = RequestBody.read(request, response, LONGEST_BODY, patience);
    if (body.isEmpty()) {
      return;
    }
    List<ChannelReply> replies = take(caller, Batch.parts(body.get()));
    if (replies.stream().anyMatch(EventsServlet::passing)) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setHeader("Retry-After", "1");
    }
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response
        .getWriter()
        .print(
            replies.stream()
                .map(ChannelCodec::encode)
                .collect(Collectors.joining(",\n", "[", "]\n")));
  }

  private List<ChannelReply> take(Caller.Connector caller, List<byte[]> parts) {
    List<Delivery> deliveries = parts.stream().map(part -> Delivery.read(caller, part)).toList();
    ChannelName channel = new ChannelName(caller.channel());
    try (Deadline deadline = Deadline.ofThisThread(patience)) {
      deliveries.forEach(delivery -> delivery.submit(conversations, channel));
      return deliveries.stream().flatMap(delivery -> delivery.reply(deadline).stream()).toList();
    }
  }

  private static boolean passing(ChannelReply reply) {
    return reply instanceof Refused refused && refused.code().passing();
  }
}
