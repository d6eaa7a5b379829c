import { defineConfig } from "vitest/config";

// Whatever a page is to show, it may take its time on a machine that is busy: a clock alone needs a second.
const patience = { poll: { timeout: 20_000 } };

/** Two at once are as many as two cores carry. */
const browsers = 2;

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["src/**/*.test.ts"] } },
      {
        test: {
          name: "pages",
          include: ["test/**/*.test.ts"],
          globalSetup: ["test/chromium.ts", "test/serve-pages.ts"],
          expect: patience,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: browsers,
          isolate: false,
        },
      },
      {
        test: {
          name: "browser",
          include: ["browser/**/*.test.ts"],
          globalSetup: ["test/chromium.ts", "browser/program-for-all.ts"],
          expect: patience,
          testTimeout: 60_000,
          hookTimeout: 300_000,
          maxWorkers: browsers,
          isolate: false,
        },
      },
    ],
  },
});
