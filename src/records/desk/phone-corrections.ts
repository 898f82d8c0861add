// Corrections of phones on the database: asked by one of the staff, and put before every other one at work.
import type { PhoneCorrections } from "../../desk/phone-correction.js";
import { deskData, type View } from "../../desk/view.js";
import { maskPhone } from "../../domain/phone.js";
import { line } from "../../words/line.js";
import { enqueue } from "../outbox.js";
import { mayAct, noteAccess, noteRefusal } from "./access-log.js";
import { type CorrectionDeps, createAnswerCorrection } from "./answer-correction.js";
import { maskRow } from "./mask.js";
import { verifiedChats } from "./verified-chat.js";

export function createPhoneCorrections(of: CorrectionDeps): PhoneCorrections {
  const { db, vault, clock } = of;
  return {
    async ask(sponsor, phone, by, key) {
      const asked = await db.transaction().execute(async (trx) => {
        const now = clock.now();
        if (!(await mayAct(trx, vault, { by: by.id, sponsor, key, now }))) return "unseen";
        const own = (await verifiedChats(trx, sponsor)).map(({ chat }) => chat);
        if (own.includes(by.chat)) {
          await noteRefusal(trx, vault, { by: by.id, sponsor, key, now });
          return "own-record";
        }
        const atWork = await trx
          .selectFrom("staff")
          .leftJoin("chats", "chats.chat", "staff.chat")
          .select(["staff.id", "staff.chat", "chats.language"])
          .where("staff.state", "=", "active")
          .where("staff.id", "<>", by.id)
          .orderBy("staff.id")
          .execute();
        const others = atWork.filter(({ chat }) => !own.includes(chat));
        if (others.length === 0) return "alone";
        const who = await trx.selectFrom("sponsors").selectAll().where("id", "=", sponsor).executeTakeFirstOrThrow();
        const row = await trx
          .insertInto("phone_corrections")
          .values({
            sponsor_id: sponsor,
            phone_index: vault.phoneIndex(phone),
            phone_sealed: vault.seal.seal(phone, "phone_corrections.phone_sealed"),
            former_index: who.phone_index,
            asked_by: by.id,
            asked_at: now,
            effect_key: key,
          })
          .onConflict((conflict) => conflict.column("effect_key").doNothing())
          .returning("id")
          .executeTakeFirst();
        if (row === undefined) return "asked";
        await noteAccess(trx, vault, { staff: by.id, what: "phone-asked", sponsor, effectKey: key, at: now });
        const { lastFour } = maskRow(vault, "sponsors", who);
        const view: View = {
          lines: [line("desk-lookup-phone-confirm", { name: by.name, lastFour, last: maskPhone(phone) })],
          buttons: [
            [
              { label: line("desk-lookup-button-confirm-phone"), data: deskData("phone", "confirm", row.id) },
              { label: line("desk-lookup-button-refuse-phone"), data: deskData("phone", "refuse", row.id) },
            ],
          ],
        };
        for (const { id, chat, language } of others) {
          const message = of.toStaff(view, language ?? of.firstLanguage);
          await enqueue(trx, vault, { chat, kind: "desk", effectKey: `phone:${row.id}:${id}`, message, now });
        }
        return "asked";
      });
      of.wakeSenders();
      return asked;
    },

    ...createAnswerCorrection(of),
  };
}
