// What a person is told of the staff who looked at their data, and their answers to it; bound to one chat and turn.
import { consentMs } from "../../desk/consent.js";
import { deskData, type View } from "../../desk/view.js";
import { type Accesses, gravestDays } from "../../journeys/access-port.js";
import type { RenderView } from "../../messages/render-view.js";
import type { Fence } from "../../turns/session-store.js";
import { type Language, line } from "../../words/line.js";
import { provedSponsor } from "../accounts.js";
import type { Db } from "../database.js";
import { holdFence } from "../fence.js";
import { enqueue } from "../outbox.js";
import type { Vault } from "../vault.js";
import { noteAccess } from "./access-log.js";
import { readAccesses } from "./read-accesses.js";

/** As many of either kind as fit under one another in a chat. */
const mostShown = 10;
const gravestMs = gravestDays * 24 * 60 * 60 * 1000;

export type OwnAccessDeps = {
  readonly db: Db;
  readonly vault: Vault;
  readonly toStaff: RenderView;
  readonly firstLanguage: Language;
};

export function createOwnAccess(
  { db, vault, toStaff, firstLanguage }: OwnAccessDeps,
  { fence, now }: { readonly fence: Fence; readonly now: Date },
): Accesses {
  return {
    async list() {
      const since = new Date(now.getTime() - gravestMs);
      const read = (which: "gravest" | "others") =>
        readAccesses(db, vault, { chat: fence.chat, part: { which, since, most: mostShown } });
      const gravest = await read("gravest");
      const others = await read("others");
      const more = [gravest, others].reduce((sum, { newest, total }) => sum + total - newest.length, 0);
      return { gravest: gravest.newest, newest: others.newest, more };
    },

    answer: (consent, allowed) =>
      db.transaction().execute(async (trx) => {
        await holdFence(trx, fence);
        const asked = await trx
          .selectFrom("consents")
          .selectAll()
          .where("id", "=", consent)
          .where("chat", "=", fence.chat)
          // Somebody else's account may be in this chat by now.
          .where("sponsor_id", "=", provedSponsor(fence.chat))
          .forUpdate()
          .executeTakeFirst();
        // The turn's own run may come again.
        if (asked !== undefined && asked.allowed === allowed) return "taken";
        if (asked === undefined || asked.answered_at !== null || asked.expires_at <= now) return "over";
        const expires_at = new Date(now.getTime() + consentMs);
        await trx
          .updateTable("consents")
          .set({ answered_at: now, allowed, expires_at })
          .where("id", "=", consent)
          .execute();
        const { staff_id, sponsor_id: sponsor, chat } = asked;
        const what = allowed ? ("consent-allowed" as const) : ("consent-refused" as const);
        await noteAccess(trx, vault, {
          staff: staff_id,
          what,
          sponsor,
          chat,
          effectKey: `${what}:${consent}`,
          at: now,
        });
        const member = await trx
          .selectFrom("staff")
          .innerJoin("chats", "chats.chat", "staff.chat")
          .select(["staff.chat", "chats.language"])
          .where("staff.id", "=", staff_id)
          .where("staff.state", "=", "active")
          .executeTakeFirst();
        if (member !== undefined) {
          const message = toStaff(answered(allowed, sponsor), member.language ?? firstLanguage);
          await enqueue(trx, vault, {
            chat: member.chat,
            kind: "consent",
            effectKey: `consent-answer:${consent}`,
            message,
            now,
          });
        }
        return "taken";
      }),
  };
}

function answered(allowed: boolean, sponsor: number): View {
  if (!allowed) return { lines: [line("desk-consent-refused")] };
  return {
    lines: [line("desk-consent-allowed")],
    buttons: [[{ label: line("desk-consent-button-show"), data: deskData("consent", "show", sponsor) }]],
  };
}
