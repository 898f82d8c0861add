// The journeys' port to the desk on the database: a person is asked for in the chat's own turn, behind its fence.
import type { HandoffReason, Missed } from "../../desk/handoff.js";
import type { DeskPort } from "../../journeys/desk-port.js";
import type { About } from "../../turns/answer.js";
import type { ReadQuote } from "../../turns/session.js";
import type { Fence } from "../../turns/session-store.js";
import type { Language } from "../../words/line.js";
import type { Db } from "../database.js";
import { holdFence } from "../fence.js";
import type { Vault } from "../vault.js";
import { placeOf, sealAbout } from "./handoff-about.js";
import { openHandoff } from "./open-handoff.js";

type Turn = {
  readonly fence: Fence;
  readonly now: Date;
  readonly about: About;
  readonly language: Language;
};

type AtDeskPort = DeskPort & {
  callPerson(key: string, why: HandoffReason, missed: readonly Missed[]): Promise<boolean>;
};

/** A quote is of its day: what was read longer ago is hardly what somebody asks about, and costs something else by now, perhaps. */
const quoteMs = 24 * 60 * 60 * 1000;

export function createDeskPort(
  { db, vault }: { readonly db: Db; readonly vault: Vault },
  { fence, now, about: { underWay, quoted, trail }, language }: Turn,
): AtDeskPort {
  const callPerson: AtDeskPort["callPerson"] = (key, reason, missed) =>
    db.transaction().execute(async (trx) => {
      await holdFence(trx, fence);
      const effectKey = `handoff:${fence.chat}:${key}`;
      const about = sealAbout(vault, { quoted: isFresh(quoted, now) ? quoted : undefined, missed, trail });
      const journey = underWay && placeOf(underWay);
      return openHandoff(trx, { chat: fence.chat, reason, journey, language, about, effectKey }, now);
    });
  return {
    callPerson,
    ask: (key) => callPerson(key, "asked", []),
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
