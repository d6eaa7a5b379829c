import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Calls whenever somebody looks at the page again, after another one or another window. */
export class SeenAgain implements ReactiveController {
  readonly #call: () => void;

  constructor(host: ReactiveControllerHost, call: () => void) {
    this.#call = call;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("visibilitychange", this.#look);
    window.addEventListener("focus", this.#look);
  }

  hostDisconnected(): void {
    document.removeEventListener("visibilitychange", this.#look);
    window.removeEventListener("focus", this.#look);
  }

  readonly #look = (): void => {
    if (document.visibilityState === "visible") this.#call();
  };
}
