// Two processes that take turns on one chat in truth at once; what each saw is kept, for the test to judge.
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import type { ChatKey, SessionStore } from "../../src/turns/session-store.js";

/** Few updates, so that both processes often want the same one. `paused` outlives its lease and tries to commit all the same. */
export const turn = fc.record({
  update: fc.constantFrom("1", "2", "3", "4", "5"),
  ends: fc.constantFrom("commit", "commit", "commit", "release", "crash", "paused"),
  works: fc.nat({ max: 4 }),
});
type Script = typeof turn extends fc.Arbitrary<infer Each> ? readonly Each[] : never;

/** A turn that held the chat. */
export type Turn = {
  readonly update: string;
  readonly token: number;
  /** The session it began with: the token of the turn that kept it. */
  readonly opened: string | null;
  readonly kept: boolean;
  /** Between these instants the chat was surely its own: from the store's answer to the end of its work, or of its lease. */
  readonly heldFrom: number;
  readonly heldUntil: number;
};

const lease = { ms: 40 };
const tries = 40;

export async function runWorkers(
  chat: ChatKey,
  workers: readonly (readonly [SessionStore, Script])[],
): Promise<readonly Turn[]> {
  const turns: Turn[] = [];

  async function work(store: SessionStore, script: Script): Promise<void> {
    for (const { update, ends, works } of script) {
      const opening = await open(store, update);
      if (opening === undefined) continue;
      const { asked, token, session } = opening;
      const opened = session && Buffer.from(session).toString();
      const heldFrom = performance.now();
      await sleep(works);
      const heldUntil = Math.min(performance.now(), asked + lease.ms);
      if (ends === "paused") await sleep(lease.ms + 10);
      const kept =
        (ends === "commit" || ends === "paused") &&
        (await store.commit({ chat, token }, update, Buffer.from(`${token}`))) === "kept";
      if (ends === "release") await store.release({ chat, token });
      turns.push({ update, token, opened, kept, heldFrom, heldUntil });
    }
  }

  async function open(store: SessionStore, update: string) {
    for (let tried = 0; tried < tries; tried++) {
      const asked = performance.now();
      const opening = await store.open(chat, update, lease);
      if (opening.kind === "open") return { asked, ...opening };
      if (opening.kind === "done") return undefined;
      await sleep(Math.min(opening.retryAfterMs, 5));
    }
    throw new Error(`update ${update} never got its turn`);
  }

  await Promise.all(workers.map(([store, script]) => work(store, script)));
  return turns;
}
