// A colleague's answer to a phone that is to be corrected: confirmed, it is as if an import had brought it; refused, it is over. Whoever asked is told.
import type { Selectable, Transaction } from "kysely";
import { correctionHours, type PhoneCorrections } from "../../desk/phone-correction.js";
import { phoneChangedMessage } from "../../desk/phone-notice.js";
import type { Staff } from "../../desk/staff.js";
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
import type { PersonChat } from "../reminders/persons.js";
import type { Replan } from "../reminders/replan.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { isAtWork, noteAccess, noteRefusal, wasNoted } from "./access-log.js";
import { maskRow } from "./mask.js";
import { verifiedChats } from "./verified-chat.js";

const hourMs = 60 * 60 * 1000;

export type CorrectionDeps = {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly replan: Replan;
  readonly toStaff: RenderView;
  readonly toPerson: (message: Message, language: Language) => Rendered;
  readonly service: Pick<Service, "hotline">;
  readonly firstLanguage: Language;
  readonly wakeSenders: () => void;
};

/** As it is when somebody else than its asker, and than its person, answers it. */
type Open = {
  readonly trx: Transaction<Schema>;
  readonly now: Date;
  readonly row: Selectable<Schema["phone_corrections"]>;
  readonly who: Selectable<Schema["sponsors"]>;
  readonly phone: Phone;
  readonly chats: readonly PersonChat[];
};

export function createAnswerCorrection(of: CorrectionDeps): Pick<PhoneCorrections, "confirm" | "refuse"> {
  const { db, vault, clock } = of;

  const answering = async <Done extends "corrected" | "refused", More>(
    { correction, by, key }: { readonly correction: number; readonly by: Staff; readonly key: string },
    done: Done,
    answer: (open: Open) => Promise<Done | More>,
  ) => {
    const answered = await db.transaction().execute(async (trx) => {
      const now = clock.now();
      if (!(await isAtWork(trx, by.id))) return "over";
      // The same update came again: what it did is done, and it is told so.
      if (await wasNoted(trx, key)) return done;
      const row = await trx
        .selectFrom("phone_corrections")
        .selectAll()
        .where("id", "=", correction)
        .where("confirmed_at", "is", null)
        .where("refused_at", "is", null)
        .where("asked_at", ">", new Date(now.getTime() - correctionHours * hourMs))
        .forUpdate()
        .executeTakeFirst();
      if (row === undefined) return "over";
      const refused = async <Why>(why: Why): Promise<Why> => {
        await noteRefusal(trx, vault, { by: by.id, sponsor: row.sponsor_id, key, now });
        return why;
      };
      if (row.asked_by === by.id) return refused("own" as const);
      const who = await trx
        .selectFrom("sponsors")
        .selectAll()
        .where("id", "=", row.sponsor_id)
        .forUpdate()
        .executeTakeFirstOrThrow();
      const chats = await verifiedChats(trx, who.id);
      if (chats.some(({ chat }) => chat === by.chat)) return refused("own-record" as const);
      const phone = vault.seal.open(row.phone_sealed, "phone_corrections.phone_sealed") as Phone;
      return answer({ trx, now, row, who, phone, chats });
    });
    of.wakeSenders();
    return answered;
  };

  /** Whoever is of the staff no more has no use for it. */
  async function tellAsker({ trx, now, row, who, phone }: Open, done: "corrected" | "refused", by: Staff) {
    const asker = await trx
      .selectFrom("staff")
      .leftJoin("chats", "chats.chat", "staff.chat")
      .select(["staff.chat", "chats.language"])
      .where("staff.id", "=", row.asked_by)
      .where("staff.state", "=", "active")
      .executeTakeFirst();
    if (asker === undefined) return;
    const { lastFour } = maskRow(vault, "sponsors", who);
    const told = line(`desk-lookup-phone-asker-${done}`, { name: by.name, lastFour, last: maskPhone(phone) });
    const message = of.toStaff({ lines: [told] }, asker.language ?? of.firstLanguage);
    const effectKey = `phone-answered:${row.id}`;
    await enqueue(trx, vault, { chat: asker.chat, kind: "desk", effectKey, message, now });
  }

  async function tellPerson({ trx, now, row, phone, chats }: Open): Promise<void> {
    const told = phoneChangedMessage(phone, of.service.hotline);
    for (const { chat, language } of chats) {
      const message = of.toPerson(told, language ?? of.firstLanguage);
      await enqueue(trx, vault, { chat, kind: "phone", effectKey: `phone-told:${row.id}:${chat}`, message, now });
    }
  }

  return {
    confirm: (correction, by, key) =>
      answering({ correction, by, key }, "corrected", async (open) => {
        const { trx, now, row, who, phone } = open;
        // What an import has brought since is newer than what somebody said on the phone.
        if (row.former_index?.equals(who.phone_index) !== true) return "changed";
        const sponsor = who.id;
        await keepFormerPhone(trx, { sponsor, next: row.phone_index, now });
        await trx
          .updateTable("sponsors")
          .set({ phone_index: row.phone_index, phone_sealed: vault.seal.seal(phone, "sponsors.phone_sealed") })
          .where("id", "=", sponsor)
          .execute();
        await trx
          .updateTable("phone_corrections")
          .set({ confirmed_by: by.id, confirmed_at: now })
          .where("id", "=", row.id)
          .execute();
        await noteAccess(trx, vault, { staff: by.id, what: "phone-corrected", sponsor, effectKey: key, at: now });
        // Whoever was proved by the former phone is so no more, and their reminders go with it.
        await of.replan(trx, { sponsors: [sponsor] }, now);
        await tellPerson(open);
        await tellAsker(open, "corrected", by);
        return "corrected";
      }),

    refuse: (correction, by, key) =>
      answering({ correction, by, key }, "refused", async (open) => {
        const { trx, now, row, who } = open;
        await trx.updateTable("phone_corrections").set({ refused_at: now }).where("id", "=", row.id).execute();
        await noteAccess(trx, vault, { staff: by.id, what: "phone-refused", sponsor: who.id, effectKey: key, at: now });
        await tellAsker(open, "refused", by);
        return "refused";
      }),
  };
}
