// One turn, from door to door: lease, dedupe, run the conversation, send, keep. The only place that knows this order.
import type { Rendered, Sent } from "../messages/channel.js";
import type { Seal } from "../secrets/seal.js";
import type { Language } from "../words/line.js";
import { line } from "../words/line.js";
import { type AnswerDeps, answer } from "./answer.js";
import type { TroubledUpdates } from "./faults.js";
import type { Incoming, TakeTurn, TurnResult } from "./incoming.js";
import { deliver } from "./replies.js";
import { openSession, type Session, sealSession } from "./session.js";
import type { ChatKey, Fence, SessionStore } from "./session-store.js";

/** How long a turn may hold its chat: three times the longest reply timeout, so that a slow platform does not end it. */
const leaseMs = 30_000;
/**
 * A turn sends nothing in the last part of its lease: what is begun then could arrive after another turn's. A channel ends every
 * send within 8 s, and the lease began a little before its answer was here.
 */
const leaseMarginMs = 10_000;
/** How long a second message waits for the first one's turn before the platform is asked to send it again. */
const busyWaitMs = 4_000;
const busyPollMs = 40;

export type TurnDeps = AnswerDeps & {
  readonly sessions: SessionStore;
  readonly seal: Seal;
  readonly troubled: TroubledUpdates;
  /** In place of a reply that the platform refuses. */
  readonly apology: (language: Language) => Rendered;
  /** A store or the platform is out of reach: nobody's fault, never counted; the update comes again. */
  readonly isOutage: (error: unknown) => boolean;
  readonly report: TurnReport;
};

/** What operators learn of turns: events with ids, never what was said. */
export type TurnReport = {
  turn(of: { readonly result: TurnResult; readonly kind: string; readonly ms: number }): void;
  fault(of: {
    readonly chat: ChatKey;
    readonly update: string;
    readonly parked: boolean;
    readonly error: unknown;
  }): void;
  /** The platform called a message of ours wrong: a bug. An apology went out in its place, unless that was refused, too. */
  refused(of: { readonly update: string; readonly what: "reply" | "apology" }): void;
  outage(of: { readonly chat: ChatKey; readonly error: unknown }): void;
};

export function createTakeTurn(deps: TurnDeps): TakeTurn {
  return async (incoming) => {
    const began = performance.now();
    const result = await takeTurn(deps, incoming);
    deps.report.turn({ result, kind: incoming.input.kind, ms: performance.now() - began });
    return result;
  };
}

async function takeTurn(deps: TurnDeps, incoming: Incoming): Promise<TurnResult> {
  const chat = deps.keyOf(incoming.channel.name, incoming.chat);
  let fence: Fence | undefined;
  try {
    const opened = await openTurn(deps.sessions, chat, incoming.update);
    if (opened.kind === "done") return "done";
    if (opened.kind === "busy") return "later";
    fence = { chat, token: opened.token };
    return await holdTurn(deps, incoming, fence, opened);
  } catch (error) {
    const result = await failed(deps, incoming, { chat, fence, error });
    if (result === "later" && fence !== undefined) await deps.sessions.release(fence).catch(() => undefined);
    return result;
  }
}

/** An outage is waited out. A fault of ours is counted, and with the fifth its update is parked. Never throws. */
async function failed(
  deps: TurnDeps,
  incoming: Incoming,
  { chat, fence, error }: { readonly chat: ChatKey; readonly fence: Fence | undefined; readonly error: unknown },
): Promise<TurnResult> {
  if (deps.isOutage(error)) deps.report.outage({ chat, error });
  else if ((await countFault(deps, incoming, chat, error)) && fence !== undefined)
    return park(deps, incoming, fence).catch((outage: unknown) => {
      deps.report.outage({ chat, error: outage });
      return "later" as const;
    });
  return "later";
}

async function openTurn(sessions: SessionStore, chat: ChatKey, update: string) {
  const giveUp = performance.now() + busyWaitMs;
  for (;;) {
    // Before it is asked for: the lease may have begun long before its answer is here.
    const leased = performance.now();
    const opened = await sessions.open(chat, update, { ms: leaseMs });
    if (opened.kind !== "busy" || performance.now() > giveUp) return { ...opened, leased };
    await new Promise((resolve) => setTimeout(resolve, busyPollMs));
  }
}

async function holdTurn(
  deps: TurnDeps,
  incoming: Incoming,
  fence: Fence,
  { session, leased }: { readonly session: Uint8Array | null; readonly leased: number },
): Promise<TurnResult> {
  const before = openSession(deps.seal, fence.chat, session);
  const { replies, behindOutbox, ...ended } = await answer(deps, incoming, fence, before);
  if (ended.says.length === 0) incoming.saysNothing?.();
  const delivered = await deliver(ended.says, {
    channel: incoming.channel,
    chat: incoming.chat,
    key: `${fence.chat}:${incoming.update}`,
    records: replies,
    queued: before.queued === true || behindOutbox === true,
    mayGoOn: () => performance.now() - leased < leaseMs - leaseMarginMs,
    apology: () => deps.apology(ended.language),
    tellRefused: (what) => deps.report.refused({ update: incoming.update, what }),
  });
  if (delivered === "stale") return release(deps, fence);
  return commit(deps, fence, incoming.update, queuedIn(ended.session, delivered === "queued"));
}

function queuedIn({ queued: _before, ...session }: Session, queued: boolean): Session {
  return queued ? { ...session, queued } : session;
}

async function commit(deps: TurnDeps, fence: Fence, update: string, session: Session): Promise<TurnResult> {
  const kept = await deps.sessions.commit(fence, update, sealSession(deps.seal, fence.chat, session));
  // Another turn took the chat meanwhile: this one kept nothing, and its update comes again.
  return kept === "kept" ? "done" : "later";
}

async function release(deps: TurnDeps, fence: Fence): Promise<TurnResult> {
  await deps.sessions.release(fence);
  return "later";
}

async function countFault(deps: TurnDeps, incoming: Incoming, chat: ChatKey, error: unknown): Promise<boolean> {
  const counted = await deps.troubled
    .count(chat, incoming.update, incoming.input, deps.clock.now())
    .catch((outage: unknown) => {
      deps.report.outage({ chat, error: outage });
      return "again" as const;
    });
  deps.report.fault({ chat, update: incoming.update, parked: counted === "parked", error });
  return counted === "parked";
}

/** The person is told, the session begins anew, and the update is done: what came after it can be answered. */
async function park(deps: TurnDeps, incoming: Incoming, fence: Fence): Promise<TurnResult> {
  const told = await tellFault(deps, incoming);
  // Nobody is passed over in silence: while the platform is out of reach the update stays, and is parked when it comes again.
  if (!told.ok && (told.reason === "down" || told.reason === "throttled")) return "later";
  if (!told.ok && told.reason === "refused") deps.report.refused({ update: incoming.update, what: "apology" });
  return commit(deps, fence, incoming.update, {});
}

/** Whatever throws here, perhaps the very bug, must not keep the update from being parked. */
async function tellFault(deps: TurnDeps, { channel, chat, language = "ar" }: Incoming): Promise<Sent> {
  try {
    return await channel.send(chat, deps.render({ lines: [line("our-fault")] }, language, ""));
  } catch {
    return { ok: false, reason: "refused" };
  }
}
