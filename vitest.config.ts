import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["test/support/global-setup.ts"],
    include: ["test/**/*.test.ts"],
    exclude: ["test/soak/**"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // `npm run coverage`: the rules and the journeys are covered whole, by their own tests.
    coverage: { include: ["src/domain/**", "src/journeys/**"], reporter: ["text-summary"], thresholds: { 100: true } },
  },
});
