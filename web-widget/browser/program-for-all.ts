import type { TestProject } from "vitest/node";
import { Program } from "./program.ts";

/** Starts one program that all browser tests share, each with its own conversations. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const program = await Program.start();
  project.provide("origin", program.origin);
  return () => program.stop();
}

declare module "vitest" {
  interface ProvidedContext {
    /** Where the program listens, without a slash at the end. */
    origin: string;
  }
}
