import { type Field, insertInto, replaceRange } from "../composer/insert.ts";
import { TicketRefused } from "../connection/no-ticket.ts";
import { type TicketSource, ticketOf } from "../desk/tickets.ts";
import { type Keys, commandOf } from "../shortcuts/shortcuts.ts";
import type { Finding } from "../wire/frames.ts";
import { type ToFrame, edition, read, readToHost } from "./messages.ts";

/** Where this script came from: that is the server, unless the host names another. */
const home = new URL(
  ".",
  (document.currentScript as HTMLScriptElement | null)?.src ?? `${location.origin}/`,
);

type Unmarked<T> = T extends unknown ? Omit<T, "souffleur"> : never;

const told = [
  "souffleur:insert",
  "souffleur:replace",
  "souffleur:open",
  "souffleur:show-message",
  "souffleur:focus-composer",
  "souffleur:signed-out",
  "souffleur:hints",
  "souffleur:draft-checked",
] as const;

/**
 * The sidebar in a frame of its own, for hosts that want it apart from their page. Behaves as
 * `<souffleur-sidebar>` does: same attributes, methods and events. Speaks only with the server it was
 * told, and listens to no other window.
 */
export class SouffleurFrame extends HTMLElement {
  static readonly observedAttributes = [
    "conversation", "lang", "theme", "composer", "draft", "folded", "sign-in-url",
  ];

  /** Gives a ticket for each connection; goes before `ticket-url`. */
  ticketSource: TicketSource | undefined;

  private frame: HTMLIFrameElement | undefined;
  private field: Field | undefined;
  private keys: Keys | undefined;
  private mac = false;

  /** Shows another conversation, by the channel's key; none without one. */
  setConversation(conversation: string | null): void {
    if (conversation === null) this.removeAttribute("conversation");
    else this.setAttribute("conversation", conversation);
  }

  /** Tells what stands in the answer and is not sent; an empty text once it is. */
  draftChanged(text: string): void {
    this.post({ type: "draft", text });
  }

  /** The agent wants these words of the draft as they are: the finding is not told again. */
  leave(finding: Finding): void {
    this.post({ type: "leave", finding });
  }

  /** Connects at once, with a new ticket: the agent has signed in again, or the line is back. */
  reconnect(): void {
    this.post({ type: "reconnect" });
  }

  /** Takes a plain field as the composer: follows its draft and inserts into it. Gives the way out. */
  attachComposer(field: Field): () => void {
    this.field = field;
    const follow = () => {
      this.draftChanged(field.value);
    };
    field.addEventListener("input", follow);
    return () => {
      field.removeEventListener("input", follow);
      if (this.field === field) this.field = undefined;
    };
  }

  connectedCallback(): void {
    window.addEventListener("message", this.hear);
    document.addEventListener("keydown", this.press, true);
    const frame = document.createElement("iframe");
    const address = new URL("embed.html", this.server);
    address.searchParams.set("host", location.origin);
    frame.src = address.href;
    frame.title = "Souffleur";
    frame.allow = "clipboard-write";
    Object.assign(frame.style, { display: "block", width: "100%", height: "100%", border: "0" });
    this.frame = frame;
    this.replaceChildren(frame);
  }

  disconnectedCallback(): void {
    window.removeEventListener("message", this.hear);
    document.removeEventListener("keydown", this.press, true);
    this.frame?.remove();
    this.frame = undefined;
  }

  attributeChangedCallback(): void {
    this.tellContext();
  }

  private get server(): URL {
    return new URL(this.getAttribute("server") ?? home, document.baseURI);
  }

  private readonly hear = (event: MessageEvent): void => {
    if (event.source === null || event.source !== this.frame?.contentWindow) return;
    if (event.origin !== this.server.origin) return;
    const message = read(readToHost, event.data);
    switch (message?.type) {
      case "ready":
        this.tellContext();
        return;
      case "ticket-wanted":
        void this.giveTicket(message.id);
        return;
      case "keys":
        this.keys = message.keys as Keys | undefined;
        this.mac = message.mac;
        return;
      case "event":
        this.pass(message.name, message.detail);
        return;
      case undefined:
        return;
    }
  };

  private pass(name: string, detail: unknown): void {
    if (!told.some((known) => known === name)) return;
    const done = !this.dispatchEvent(
      new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }),
    );
    if (done || this.field === undefined) return;
    const { text, start, end } = detail as { text?: string; start?: number; end?: number };
    if (name === "souffleur:insert") insertInto(this.field, text ?? "");
    if (name === "souffleur:replace") {
      replaceRange(this.field, start ?? 0, end ?? 0, text ?? "");
    }
    if (name === "souffleur:focus-composer") this.field.focus();
  }

  private async giveTicket(id: number): Promise<void> {
    try {
      const url = new URL(this.getAttribute("ticket-url") ?? "", document.baseURI);
      const ticket = await ticketOf(this.ticketSource, url);
      this.post({ type: "ticket", id, ticket });
    } catch (error) {
      const refused = error instanceof TicketRefused;
      this.post({ type: "ticket", id, ...(refused ? { refused } : {}) });
    }
  }

  private readonly press = (event: KeyboardEvent): void => {
    const command =
      this.keys === undefined ? undefined : commandOf(event, this.keys, this.mac);
    if (command === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.post({ type: "command", command });
  };

  private tellContext(): void {
    const given = Object.fromEntries(
      SouffleurFrame.observedAttributes
        .map((name) => [name, this.getAttribute(name)] as const)
        .filter((entry): entry is readonly [string, string] => entry[1] !== null),
    );
    const { "sign-in-url": named, ...shown } = given;
    const signIn =
      named !== undefined && URL.canParse(named, document.baseURI)
        ? { signIn: new URL(named, document.baseURI).href }
        : {};
    const folded = this.hasAttribute("folded");
    const lang = document.documentElement.lang;
    this.post({ type: "context", lang, ...shown, ...signIn, folded });
  }

  private post(message: Unmarked<ToFrame>): void {
    this.frame?.contentWindow?.postMessage(
      { ...message, souffleur: edition },
      this.server.origin,
    );
  }
}

if (customElements.get("souffleur-frame") === undefined) {
  customElements.define("souffleur-frame", SouffleurFrame);
}

declare global {
  interface HTMLElementTagNameMap {
    "souffleur-frame": SouffleurFrame;
  }
}
