// Chromium for tests: the one on PATH, headless, with nothing of its own to fetch.
import { type Browser, chromium } from "playwright-core";
import { describeWith } from "./missing.js";
import { findProgram } from "./process.js";

const program = ["chromium", "chromium-browser", "google-chrome"].map((name) => findProgram(name)).find(Boolean);

const chromiumMissing = "no chromium on PATH: tests in a browser skipped (apt-get install chromium)";

/** Tests that need a browser: skipped where there is none, failing there under CI=true. */
export const describeWithChromium = describeWith(() => program !== undefined, chromiumMissing);

export function startChromium(): Promise<Browser> {
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
