// An errand: what somebody asks for in words begins its journey, with what the sentence said already; an answer is told beside what is open.

import { backToQuestion } from "../journeys/controls.js";
import { isMeant, type Meant, meantBy } from "../journeys/meaning-buttons.js";
import type { Command } from "../journeys/message.js";
import { workerNamed } from "../journeys/questions/read-worker.js";
import { ownWorkers } from "../journeys/remind-whom.js";
import { asSaid, formatRenewalArgument, isSaid } from "../journeys/renewal-argument.js";
import type { Understanding } from "../words/understand.js";
import type { Turned } from "./saying.js";
import type { Session } from "./session.js";
import { commanded, type WayDeps } from "./under-way.js";

export type Errand = Extract<Understanding, { readonly kind: "meant" }> & { readonly meaning: Meant };

/** Words that ask for something, not such that steer the question on the table. */
export function isErrand(read: Understanding): read is Errand {
  return read.kind === "meant" && isMeant(read.meaning);
}

/** The worker who was named, and the years, stand in the command itself. */
const renewing: ReadonlySet<Command> = new Set<Command>(["renew", "quote"]);
/** The worker who was named answers its first question; what changes something is still asked before it is done. */
const asking: ReadonlySet<Command> = new Set<Command>([
  "already-renewed",
  "remind-later",
  "worker-left",
  "not-mine",
  "stop-reminding",
]);

/** "Renew Maria for two years" asks neither who nor how long. */
export async function begun(deps: WayDeps, session: Session, text: string, errand: Errand): Promise<Turned> {
  const { command, argument } = meantBy(errand.meaning);
  if (command === "answer") return toldAside(deps, session, argument);
  if (asking.has(command)) {
    const worker = await workerIn(deps, text);
    const isListed = worker !== undefined && !isSaid(worker);
    return commanded(deps, session, command, argument, isListed ? { worker } : {});
  }
  if (command === "inquire") return commanded(deps, session, command, await workerIn(deps, text));
  if (!renewing.has(command)) return commanded(deps, session, command, argument);
  const worker = await workerIn(deps, text);
  const years = errand.said?.years;
  const named = formatRenewalArgument({
    ...(worker === undefined ? {} : { worker }),
    ...(years === undefined ? {} : { years }),
  });
  return commanded(deps, session, command, named === "" ? undefined : named);
}

/** An answer beside what is open: the question stays, with a way back to it, and is not repeated. */
export async function toldAside(deps: WayDeps, session: Session, topic: string | undefined): Promise<Turned> {
  const turned = await commanded(deps, session, "answer", topic);
  const last = turned.says.at(-1);
  const pending = turned.session.draft?.pending;
  if (last === undefined || pending === undefined) return turned;
  const message = { ...last.message, buttons: [...(last.message.buttons ?? []), [backToQuestion]] };
  return { ...turned, says: [...turned.says.slice(0, -1), { ...last, message, fingerprint: pending.fingerprint }] };
}

/** Somebody without an account has no workers yet: what they said is kept, and read again once they have. */
async function workerIn(deps: WayDeps, text: string): Promise<string | undefined> {
  const { world } = await deps.worldOf({ id: deps.draftId("inquire"), command: "inquire", answers: {} });
  if (world.account === undefined) return asSaid(text);
  return workerNamed(text, await ownWorkers(world), "within")?.id;
}
