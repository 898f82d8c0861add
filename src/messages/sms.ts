// One-time codes on their way out: each is handed to the SMS service once, or not at all if that takes longer than a code lives.
import type { Log } from "../log.js";
import { createPace, ownTokens, type Time } from "./pace.js";

type Sms = { readonly id: string; readonly to: string; readonly text: string };

/** refused: the service will not take it. unknown: it may have been taken. down: it was not, and may be tried again. */
export type SmsSent = { readonly ok: true } | { readonly ok: false; readonly reason: "refused" | "unknown" | "down" };

export type SendSms = (sms: Pick<Sms, "to" | "text">) => Promise<SmsSent>;

export type SmsStore = {
  /** Takes one that waits, oldest first, and commits that it is being sent: a crash from here on leaves it `unknown`. */
  claim(): Promise<Sms | undefined>;
  record(id: string, outcome: "sent" | "unknown" | "failed" | "waiting"): Promise<void>;
  /** Turns what a dead sender left into `unknown`. @returns the ids, for the operators' log */
  recoverCrashed(): Promise<readonly string[]>;
};

export type SmsSender = { wake(): void; start(): void; stop(): Promise<void> };

/** How long an idle sender rests when nothing wakes it: another process may have set a challenge. */
const restMs = 1_000;
/** A service that is down is asked again soon: a code lives ten minutes. */
const downMs = 5_000;
/** SMS services commonly refuse more than ten a second of one customer. */
const rate = { perSecond: 10, burst: 5 };

export function createSmsSender(of: {
  readonly store: SmsStore;
  readonly send: SendSms;
  readonly time: Time;
  readonly log: Log;
}): SmsSender {
  const { store, send, log } = of;
  const pace = createPace(ownTokens(rate, of.time), of.time);
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (!pace.isStopped()) {
      try {
        for (const id of await store.recoverCrashed())
          log.error({ event: "sms-unknown", item: id, why: "sender-died" });
        await pace.rest((await sendNext()) ?? restMs);
      } catch (error) {
        log.warn({ event: "sms-store-failed", error });
        await pace.rest(downMs);
      }
    }
  }

  /** @returns how long to rest after it */
  async function sendNext(): Promise<number | undefined> {
    if ((await pace.takeTurns(1)) === 0) return undefined;
    const sms = await store.claim();
    if (sms === undefined) return undefined;
    const sent = await send(sms);
    if (!sent.ok) log.error({ event: `sms-${sent.reason}`, item: sms.id });
    await store.record(sms.id, sent.ok ? "sent" : outcomes[sent.reason]);
    return !sent.ok && sent.reason === "down" ? downMs : 0;
  }

  return {
    wake: pace.wake,
    start() {
      running ??= run();
    },
    async stop() {
      pace.stop();
      await running;
    },
  };
}

const outcomes = { refused: "failed", unknown: "unknown", down: "waiting" } as const;
