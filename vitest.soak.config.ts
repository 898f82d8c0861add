import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["test/support/global-setup.ts"],
    include: ["test/soak/**/*.test.ts"],
    // Long figures: each test says its seed, and none is hurried.
    testTimeout: 60 * 60_000,
    hookTimeout: 10 * 60_000,
    maxWorkers: 1,
    reporters: ["verbose"],
  },
});
