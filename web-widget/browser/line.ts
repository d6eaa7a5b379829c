import { createServer, type Server, type Socket, connect } from "node:net";
import type { AddressInfo } from "node:net";

/** A network line to the program that can be cut: what browsers reach instead of it. */
export class Line {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #to: number;
  #cut = false;
  #silent = false;

  private constructor(server: Server, to: number) {
    this.#server = server;
    this.#to = to;
    server.on("connection", (near) => {
      this.#carry(near);
    });
  }

  static async lay(to: number): Promise<Line> {
    const server = createServer({ allowHalfOpen: false });
    const line = new Line(server, to);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return line;
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Every connection breaks, and none can be made. */
  cut(): void {
    this.#cut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Connections stay, and nothing passes any more: as when a cable is pulled far away. */
  silence(): void {
    this.#silent = true;
  }

  /** Whole again; what was silenced breaks, as it would once somebody notices. */
  mend(): void {
    if (this.#silent) for (const socket of this.#sockets) socket.destroy();
    this.#silent = false;
    this.#cut = false;
  }

  async remove(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #carry(near: Socket): void {
    if (this.#cut) {
      near.destroy();
      return;
    }
    const far = connect(this.#to, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(from);
      from.on("data", (bytes) => {
        if (!this.#silent) to.write(bytes);
      });
      from.on("error", () => from.destroy());
      from.on("close", () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    }
  }
}
