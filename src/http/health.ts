// Whether this process lives, and whether it can serve now: what a load balancer asks.
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";

/** One thing that serving depends on: the database, the sessions, the migrations, the channel. */
export type Probe = { readonly name: string; readonly isReady: () => Promise<boolean> };

export type Health = {
  readonly probes: readonly Probe[];
  /** Asked to stop: turns are finishing, new work should go elsewhere. */
  readonly isDraining: () => boolean;
};

/** A probe that takes longer counts as down: load balancers themselves give up after a few seconds. */
const probeLimitMs = 2000;

export function addHealth(app: FastifyInstance, { probes, isDraining }: Health): void {
  app.get("/livez", async () => ({ live: true }));

  app.get("/readyz", async (_request, reply) => {
    const results = await Promise.all(probes.map(async (probe) => [probe.name, await isUp(probe)] as const));
    const draining = isDraining();
    const ready = !draining && results.every(([, up]) => up);
    return reply.code(ready ? 200 : 503).send({ ready, draining, ...Object.fromEntries(results) });
  });
}

async function isUp({ isReady }: Probe): Promise<boolean> {
  const limit = new AbortController();
  const late = sleep(probeLimitMs, false, { signal: limit.signal }).catch(() => false);
  try {
    return await Promise.race([isReady(), late]);
  } catch {
    return false;
  } finally {
    limit.abort();
  }
}
