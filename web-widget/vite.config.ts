import { readdirSync } from "node:fs";
import { defineConfig } from "vite";
import { fonts } from "./build/fonts.ts";
import { widgetScripts } from "./build/widget-scripts.ts";

const root = `${import.meta.dirname}/src/pages`;

/** The pages; every `.html` file under `src/pages` is one, at the path it has there. */
export default defineConfig({
  root,
  plugins: [fonts(), widgetScripts()],
  server: { proxy: { "/v1": { target: "http://localhost:8080", ws: true } } },
  build: {
    outDir: `${import.meta.dirname}/target/dist`,
    emptyOutDir: true,
    target: "es2022",
    reportCompressedSize: false,
    rolldownOptions: {
      input: readdirSync(root, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".html"))
        .map((page) => `${root}/${page}`),
    },
  },
});
