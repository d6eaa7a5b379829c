import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const launcher = process.env["SOUFFLEUR"] ?? `${import.meta.dirname}/../../server/bin/souffleur`;
/** How long a start may take, in milliseconds; it includes a build when something changed. */
const START = 240_000;

/** The real program, started as a newcomer would: `souffleur demo`, or `souffleur run`. */
export class Program {
  readonly #process: ChildProcess;
  readonly #exited: Promise<void>;
  readonly #said: string[];
  /** Where it listens, without a slash at the end. */
  readonly origin: string;
  readonly data: string;

  private constructor(child: ChildProcess, said: string[], origin: string, data: string) {
    this.#process = child;
    this.#said = said;
    this.#exited = new Promise((resolve) => child.once("exit", () => { resolve(); }));
    this.origin = origin;
    this.data = data;
  }

  get port(): number {
    return Number(new URL(this.origin).port);
  }

  /** All that it printed, for when something went wrong. */
  get said(): string {
    return this.#said.join("\n");
  }

  /**
   * The demo.
   *
   * @param again the folder and port of an earlier run to go on with
   */
  static start(again?: { readonly data: string; readonly port: number }): Promise<Program> {
    const data = again?.data ?? folder();
    const port = String(again?.port ?? 0);
    return Program.#launch(["demo", "--port", port, "--data", data], /Start here\s+(\S+)/, data);
  }

  /** A house that nobody has moved into yet. */
  static run(settings: HouseSettings): Promise<Program> {
    const data = folder();
    const config = join(data, "souffleur.yaml");
    // JSON is YAML.
    const house = { host: "127.0.0.1", port: 0, data: "data", channels: [], ...settings };
    writeFileSync(config, JSON.stringify(house), { mode: 0o600 });
    return Program.#launch(["run", "--config", config], /Souffleur listens at (\S+)/, data);
  }

  /** @param where says in one of its lines where it listens */
  static #launch(args: readonly string[], where: RegExp, data: string): Promise<Program> {
    const child = spawn(launcher, args, { stdio: ["ignore", "pipe", "pipe"] });
    const said: string[] = [];
    return new Promise((resolve, reject) => {
      const fail = (why: string) => {
        clearTimeout(limit);
        child.kill("SIGKILL");
        reject(new Error(`${launcher} ${args.join(" ")} ${why}; it said:\n${said.join("\n")}`));
      };
      const limit = setTimeout(() => {
        fail(`did not say where it listens within ${START / 1000} s`);
      }, START);
      child.once("error", (error) => {
        fail(error.message);
      });
      child.once("exit", (code) => {
        fail(`ended with code ${code}`);
      });
      const listen = (line: string) => {
        said.push(line);
        const address = where.exec(line)?.[1];
        if (address === undefined) return;
        clearTimeout(limit);
        child.removeAllListeners("exit");
        resolve(new Program(child, said, new URL(address).origin, data));
      };
      createInterface({ input: child.stdout }).on("line", listen);
      createInterface({ input: child.stderr }).on("line", listen);
    });
  }

  /** Ends it at once, as a power cut would. */
  async kill(): Promise<void> {
    if (this.#process.exitCode === null) this.#process.kill("SIGKILL");
    await this.#exited;
  }

  /** Ends it as Ctrl+C would, and clears its data away. */
  async stop(): Promise<void> {
    if (this.#process.exitCode === null) this.#process.kill("SIGTERM");
    await this.#exited;
    rmSync(this.data, { recursive: true, force: true });
  }
}

/** What a house says of itself beyond where it listens. */
export interface HouseSettings {
  readonly channels?: readonly { readonly name: string; readonly key: string }[];
  readonly hosts?: readonly { readonly name: string; readonly key: string }[];
  readonly allowedOrigins?: readonly string[];
}

function folder(): string {
  return mkdtempSync(join(tmpdir(), "souffleur-"));
}
