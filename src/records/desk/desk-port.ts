// The journeys' port to the desk on the database: a person is asked for in the chat's own turn, behind its fence.
import type { HandoffReason } from "../../desk/handoff.js";
import type { DeskPort } from "../../journeys/desk-port.js";
import type { Draft } from "../../journeys/draft.js";
import type { Fence } from "../../turns/session-store.js";
import type { Language } from "../../words/line.js";
import type { Db } from "../database.js";
import { holdFence } from "../fence.js";
import { openHandoff } from "./open-handoff.js";

type Turn = {
  readonly fence: Fence;
  readonly now: Date;
  /** What the person was about when they asked. */
  readonly underWay: Draft | undefined;
  readonly language: Language;
};

type AtDeskPort = DeskPort & { callPerson(key: string, why: HandoffReason): Promise<boolean> };

export function createDeskPort(db: Db, { fence, now, underWay, language }: Turn): AtDeskPort {
  const callPerson = (key: string, reason: HandoffReason): Promise<boolean> =>
    db.transaction().execute(async (trx) => {
      await holdFence(trx, fence);
      const effectKey = `handoff:${fence.chat}:${key}`;
      return openHandoff(
        trx,
        { chat: fence.chat, reason, journey: underWay && placeOf(underWay), language, effectKey },
        now,
      );
    });
  return {
    callPerson,
    ask: (key) => callPerson(key, "asked"),
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

const placeOf = ({ command, pending }: Draft): string =>
  pending === undefined ? command : `${command}:${pending.key}`;
