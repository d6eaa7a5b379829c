import type { ReactiveController, ReactiveControllerHost } from "lit";
import { ChatClient, type ChatOptions, type ChatSocket } from "./chat-client.ts";
import type { ChatState } from "./chat-state.ts";

/** Ties one {@link ChatClient} to an element: runs while it is on the page, renders it after each change. */
export class ChatController implements ReactiveController {
  readonly client: ChatClient;
  readonly #host: ReactiveControllerHost;
  readonly #online = () => { this.client.hurry(); };
  readonly #offline = () => { this.client.lost(); };
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, join: ChatOptions["join"]) {
    this.#host = host;
    this.client = new ChatClient({ join, open: openSocket });
    host.addController(this);
  }

  get state(): ChatState {
    return this.client.state;
  }

  hostConnected(): void {
    this.#unsubscribe = this.client.subscribe(() => { this.#host.requestUpdate(); });
    window.addEventListener("online", this.#online);
    window.addEventListener("offline", this.#offline);
    this.client.start();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    window.removeEventListener("online", this.#online);
    window.removeEventListener("offline", this.#offline);
    this.client.stop();
  }
}

function openSocket(): ChatSocket {
  const url = new URL("/demo/chat", location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return new WebSocket(url) as ChatSocket;
}
