import type { Page, WebSocketRoute } from "playwright-core";

/** A page like a host's: an answer to write, and the sidebar from one script tag. */
export const hostPage = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Host</title>
<script src="/souffleur.js" defer></script><script src="/host.js" defer></script>
<main><h1>Host</h1><textarea aria-label="Answer" rows="6" cols="40"></textarea></main>
<div id="place"><souffleur-sidebar ticket-url="/ticket" conversation="c"></souffleur-sidebar></div>
</html>`;

/** The end of a desk's connection that a test holds. */
export class DeskServer {
  /** What the widget said on all connections, oldest first. */
  readonly said: Record<string, unknown>[] = [];
  /** How often a ticket was asked for. */
  asked = 0;
  /** Whether whoever asks for a ticket is signed in. */
  signedIn = true;
  private route: WebSocketRoute | undefined;
  private seq = 0;
  private wake: (() => void)[] = [];

  constructor(private readonly now: () => number) {}

  /**
   * Takes the place of the server for a page.
   *
   * @param policy what a careful host allows its page
   */
  async serve(page: Page, origin: string, policy: string): Promise<void> {
    const headers = { "Content-Type": "text/html", "Content-Security-Policy": policy };
    await page.route(`${origin}/host`, (r) => r.fulfill({ headers, body: hostPage }));
    await page.route(`${origin}/host.js`, (r) =>
      r.fulfill({
        contentType: "text/javascript",
        body: `document.querySelector("souffleur-sidebar")
          .attachComposer(document.querySelector("textarea"));`,
      }));
    for (const door of ["/ticket", "/v1/desk/tickets"]) {
      await page.route(`${origin}${door}`, (r) => {
        this.asked++;
        return r.fulfill(this.signedIn ? { json: { ticket: "a-ticket" } } : { status: 401 });
      });
    }
    await page.routeWebSocket(/\/v1\/desk$/, (route) => {
      this.route = route;
      route.onMessage((message) => {
        const frame = JSON.parse(String(message)) as Record<string, unknown>;
        this.said.push(frame);
        if (frame["type"] === "hello") this.send({ type: "ready", epoch: "e", now: this.iso() });
        for (const call of this.wake.splice(0)) call();
      });
    });
  }

  /** Waits until the widget has said a frame of this type that fits; gives the newest. */
  async heard(
    type: string,
    fits: (frame: Record<string, unknown>) => boolean = () => true,
  ): Promise<Record<string, unknown>> {
    for (;;) {
      const frame = this.said.findLast((said) => said["type"] === type && fits(said));
      if (frame !== undefined) return frame;
      await new Promise<void>((resolve) => this.wake.push(resolve));
    }
  }

  send(frame: object): void {
    this.route?.send(JSON.stringify(frame));
  }

  /** Ends the connection as a server that is back at once. */
  async lose(): Promise<void> {
    await this.route?.close({ code: 4001, reason: "the server stops; come back in 0 ms" });
  }

  /** Ends the session of the person whose desk it is. */
  async signOut(): Promise<void> {
    this.signedIn = false;
    await this.route?.close({ code: 4503, reason: "signed out; sign in again" });
  }

  snapshot(more: object = {}): void {
    this.seq = 10;
    this.send({
      type: "snapshot", conversation: "c", epoch: "e", seq: 10, now: this.iso(),
      facts: {
        medium: "chat", language: "fr", started: this.iso(-300_000),
        customer: { name: "Camille Durand", firstName: "Camille" },
      },
      stage: "opening", items: [], timers: [], hints: [], ...more,
    });
  }

  update(update: object): void {
    this.send({ conversation: "c", seq: ++this.seq, at: this.iso(), ...update });
  }

  item(item: string, state: string, title: string, more: object = {}): object {
    return {
      type: "item", conversation: "c", seq: 1, at: this.iso(), item, state, title, stage: "opening",
      evidence: [], norms: ["A3"], ...more,
    };
  }

  hint(hint: string, title: string, severity: string, phrases: readonly string[]): object {
    return {
      type: "hint", hint, item: `item-${hint}`, severity, title, text: "Une raison.",
      because: [{ message: "m1", start: 0, end: 7 }], phrases, lang: "fr",
      expires: this.iso(600_000),
    };
  }

  iso(after = 0): string {
    return new Date(this.now() + after).toISOString();
  }
}
