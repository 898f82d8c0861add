// Chromium for tests: the one on PATH, headless, with nothing of its own to fetch.
import type { Browser } from "playwright-core";
import { describeWith } from "./missing.js";
import { findProgram } from "./process.js";

const program = ["chromium", "chromium-browser", "google-chrome"].map((name) => findProgram(name)).find(Boolean);

export const isChromiumHere = program !== undefined;

export const chromiumMissing = "no chromium on PATH: tests in a browser skipped (apt-get install chromium)";

/** Tests that need a browser: skipped where there is none, failing there under CI=true. */
export const describeWithChromium = describeWith(() => isChromiumHere, chromiumMissing);

export async function startChromium(): Promise<Browser> {
  // Only here: the run's set-up reads this file too, and need not wait for a driver.
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath: program ?? "chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
