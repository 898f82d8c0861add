// Corrections of phones on the database: asked by one, confirmed by another, and then as if an import had brought it.
import type { PhoneCorrections } from "../../desk/phone-correction.js";
import { correctionHours } from "../../desk/phone-correction.js";
import { phoneChangedMessage } from "../../desk/phone-notice.js";
import { deskData, type View } from "../../desk/view.js";
import { maskPhone, type Phone } from "../../domain/phone.js";
import type { Clock } from "../../journeys/clock.js";
import type { Message } from "../../journeys/message.js";
import type { Service } from "../../journeys/world.js";
import type { Rendered } from "../../messages/channel.js";
import type { RenderView } from "../../messages/render-view.js";
import { type Language, line } from "../../words/line.js";
import type { Db } from "../database.js";
import { keepFormerPhone } from "../former-phones.js";
import { enqueue } from "../outbox.js";
import type { Replan } from "../reminders/replan.js";
import type { Vault } from "../vault.js";
import { isAtWork, mayAct, noteAccess, wasNoted } from "./access-log.js";
import { maskRow } from "./mask.js";
import { verifiedChats } from "./verified-chat.js";

const hourMs = 60 * 60 * 1000;

export function createPhoneCorrections(of: {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly replan: Replan;
  readonly toStaff: RenderView;
  readonly toPerson: (message: Message, language: Language) => Rendered;
  readonly service: Pick<Service, "hotline">;
  readonly firstLanguage: Language;
  readonly wakeSenders: () => void;
}): PhoneCorrections {
  const { db, vault, clock } = of;
  return {
    async ask(sponsor, phone, by, key) {
      const asked = await db.transaction().execute(async (trx) => {
        const now = clock.now();
        if (!(await mayAct(trx, vault, { by: by.id, sponsor, key, now }))) return "unseen";
        const own = (await verifiedChats(trx, sponsor)).map(({ chat }) => chat);
        if (own.includes(by.chat)) return "own-record";
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
          buttons: [[{ label: line("desk-lookup-button-confirm-phone"), data: deskData("phone", "confirm", row.id) }]],
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

    async confirm(correction, by, key) {
      const confirmed = await db.transaction().execute(async (trx) => {
        const now = clock.now();
        if (!(await isAtWork(trx, by.id))) return "over";
        // The same update came again: what it did is done, and it is told so.
        if (await wasNoted(trx, key)) return "corrected";
        const row = await trx
          .selectFrom("phone_corrections")
          .selectAll()
          .where("id", "=", correction)
          .where("confirmed_at", "is", null)
          .where("asked_at", ">", new Date(now.getTime() - correctionHours * hourMs))
          .forUpdate()
          .executeTakeFirst();
        if (row === undefined) return "over";
        if (row.asked_by === by.id) return "own";
        const sponsor = row.sponsor_id;
        const who = await trx
          .selectFrom("sponsors")
          .select("phone_index")
          .where("id", "=", sponsor)
          .forUpdate()
          .executeTakeFirstOrThrow();
        // What an import has brought since is newer than what somebody said on the phone.
        if (row.former_index?.equals(who.phone_index) !== true) return "changed";
        const chats = await verifiedChats(trx, sponsor);
        if (chats.some(({ chat }) => chat === by.chat)) return "own-record";
        const phone = vault.seal.open(row.phone_sealed, "phone_corrections.phone_sealed") as Phone;
        const sealed = vault.seal.seal(phone, "sponsors.phone_sealed");
        await keepFormerPhone(trx, { sponsor: row.sponsor_id, next: row.phone_index, now });
        await trx
          .updateTable("sponsors")
          .set({ phone_index: row.phone_index, phone_sealed: sealed })
          .where("id", "=", sponsor)
          .execute();
        await trx
          .updateTable("phone_corrections")
          .set({ confirmed_by: by.id, confirmed_at: now })
          .where("id", "=", correction)
          .execute();
        await noteAccess(trx, vault, { staff: by.id, what: "phone-corrected", sponsor, effectKey: key, at: now });
        // Whoever was proved by the former phone is so no more, and their reminders go with it.
        await of.replan(trx, { sponsors: [sponsor] }, now);
        const told = phoneChangedMessage(phone, of.service.hotline);
        for (const { chat, language } of chats) {
          const message = of.toPerson(told, language ?? of.firstLanguage);
          await enqueue(trx, vault, {
            chat,
            kind: "phone",
            effectKey: `phone-told:${correction}:${chat}`,
            message,
            now,
          });
        }
        return "corrected";
      });
      of.wakeSenders();
      return confirmed;
    },
  };
}
