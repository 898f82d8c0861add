// The journeys' port to the desk on the database: a person is asked for in the chat's own turn, behind its fence.
import type { HandoffReason, Missed } from "../../desk/handoff.js";
import { answerBy, type DeskHours } from "../../domain/desk-hours.js";
import type { DeskPort, Promised } from "../../journeys/desk-port.js";
import type { RenderView } from "../../messages/render-view.js";
import type { About } from "../../turns/answer.js";
import type { ReadQuote } from "../../turns/session.js";
import type { Fence } from "../../turns/session-store.js";
import type { Language } from "../../words/line.js";
import type { Db } from "../database.js";
import { holdFence } from "../fence.js";
import type { Vault } from "../vault.js";
import { cancelHandoff } from "./cancel-handoff.js";
import { placeOf, sealAbout } from "./handoff-about.js";
import { openHandoff } from "./open-handoff.js";

type Turn = {
  readonly fence: Fence;
  readonly now: Date;
  readonly about: About;
  readonly language: Language;
};

type AtDeskPort = DeskPort & {
  callPerson(key: string, why: HandoffReason, missed: readonly Missed[]): Promise<Promised | undefined>;
};

/** A quote is of its day: what was read longer ago is hardly what somebody asks about, and costs something else by now, perhaps. */
const quoteMs = 24 * 60 * 60 * 1000;

export type DeskPortDeps = {
  readonly db: Db;
  readonly vault: Vault;
  readonly renderView: RenderView;
  readonly hours: DeskHours;
};

export function createDeskPort(
  deps: DeskPortDeps,
  { fence, now, about: { underWay, quoted, trail }, language }: Turn,
): AtDeskPort {
  const { db, vault, hours } = deps;
  const callPerson: AtDeskPort["callPerson"] = (key, reason, missed) =>
    db.transaction().execute(async (trx) => {
      await holdFence(trx, fence);
      const effectKey = `handoff:${fence.chat}:${key}`;
      const about = sealAbout(vault, { quoted: isFresh(quoted, now) ? quoted : undefined, missed, trail });
      const journey = underWay && placeOf(underWay);
      const promisedBy = answerBy(now, hours);
      const asked = { chat: fence.chat, reason, journey, language, about, promisedBy, effectKey };
      const open = await openHandoff(trx, asked, now);
      return open && { number: open.id, by: open.promisedBy ?? promisedBy };
    });
  return {
    callPerson,
    ask: (key) => callPerson(key, "asked", []),
    cancel: (number, key) =>
      db.transaction().execute(async (trx) => {
        await holdFence(trx, fence);
        return cancelHandoff(deps, trx, { id: number, chat: fence.chat, key: `handoff:${fence.chat}:${key}`, now });
      }),
    async helped(handoff, hasHelped) {
      await db
        .updateTable("handoffs")
        .set({ helped: hasHelped })
        .where("id", "=", handoff)
        .where("chat", "=", fence.chat)
        .where("state", "=", "bot")
        .execute();
    },
  };
}

const isFresh = (quoted: ReadQuote | undefined, now: Date): boolean =>
  quoted !== undefined && now.getTime() - Date.parse(quoted.at) < quoteMs;
