// Load on one process: each chat takes its turns one after the other, the chats side by side, for a bounded time.
import { type Figures, figuresOf } from "./figures.js";

/** Long enough for the compiler to have settled, short enough that the whole benchmark ends within three minutes. */
const warmUpMs = 3_000;
const measuredMs = 9_000;

/** @param journeys one for each chat, each a whole journey: returns the ms of its turns */
export async function measure(
  journeys: readonly (() => Promise<readonly number[]>)[],
  cpuMs: () => Promise<number>,
): Promise<Figures> {
  await runFor(warmUpMs, journeys);
  const cpuBefore = await cpuMs();
  const { times, wallMs } = await runFor(measuredMs, journeys);
  return figuresOf({ times, wallMs, cpuMs: (await cpuMs()) - cpuBefore });
}

async function runFor(ms: number, journeys: readonly (() => Promise<readonly number[]>)[]) {
  const began = performance.now();
  const times: number[] = [];
  const chats = journeys.map(async (journey) => {
    while (performance.now() - began < ms) times.push(...(await journey()));
  });
  await Promise.all(chats);
  return { times, wallMs: performance.now() - began };
}

/** The CPU time of the process that serves there, as it counts it itself. */
export async function cpuMsOf(origin: string): Promise<number> {
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  const [, seconds] = /^process_cpu_seconds_total (\S+)/mu.exec(metrics) ?? [];
  if (seconds === undefined) throw new Error("no process_cpu_seconds_total in /metrics");
  return Number(seconds) * 1000;
}
