import { createServer, type Server } from "node:http";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { readFile } from "node:fs/promises";
import { extname, normalize } from "node:path";
import type { TestProject } from "vitest/node";

const dist = `${import.meta.dirname}/../target/dist`;
const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
};

/** The server's own policy, but that the framed page may lie in pages of this server alone. */
const policyFile =
  "../../server/src/main/resources/io/souffleur/server/http/content-security-policy.txt";
const directives = readFileSync(`${import.meta.dirname}/${policyFile}`, "utf8").trim().split("\n");
const policy = (file: string) =>
  [...directives, `frame-ancestors ${file === "/embed.html" ? "'self'" : "'none'"}`].join("; ");

/** Serves the built pages to the browser tests, and gives them the address. */
export default async function servePages(project: TestProject): Promise<() => void> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = extname(path) === "" ? `${path.replace(/\/$/, "")}/index.html` : path;
    readFile(`${dist}${file}`).then(
      (bytes) => {
        response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
        response.setHeader("Content-Security-Policy", policy(file));
        response.end(bytes);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  project.provide("pages", await listening(server));
  project.provide("policy", policy("/"));
  return () => server.close();
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built pages are served, without a slash at the end. */
    pages: string;
    /** The Content Security Policy of pages that nobody frames. */
    policy: string;
  }
}
