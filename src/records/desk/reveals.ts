// Messages with full values: each has its end before it goes out, so that no crash leaves one standing that nobody knows of.
import { sql, type Transaction } from "kysely";
import { shownMs } from "../../desk/consent.js";
import { fullView } from "../../desk/full-values.js";
import type { Staff } from "../../desk/staff.js";
import type { Reveals } from "../../desk/take-back.js";
import type { View } from "../../desk/view.js";
import type { Phone } from "../../domain/phone.js";
import type { Clock } from "../../journeys/clock.js";
import type { RenderView } from "../../messages/render-view.js";
import type { Language } from "../../words/line.js";
import type { Db } from "../database.js";
import { enqueue } from "../outbox.js";
import type { Schema } from "../schema.js";
import { openCivilId, openName } from "../sealed-person.js";
import { blankMessages } from "../stored-message.js";
import type { Vault } from "../vault.js";

export type RevealDeps = {
  readonly vault: Vault;
  readonly toStaff: RenderView;
  readonly firstLanguage: Language;
};

/** To the member's own chat, through the outbox: it keeps the message's id, by which it is removed. Once per key. */
export async function showFor(
  trx: Transaction<Schema>,
  { vault, toStaff, firstLanguage }: RevealDeps,
  of: { readonly view: View; readonly ms: number; readonly by: Staff; readonly key: string; readonly now: Date },
): Promise<void> {
  const { view, ms, by, key, now } = of;
  const chat = await trx.selectFrom("chats").select("language").where("chat", "=", by.chat).executeTakeFirst();
  const message = toStaff(view, chat?.language ?? firstLanguage);
  await enqueue(trx, vault, { chat: by.chat, kind: "reveal", effectKey: key, message, now });
  await sql`insert into reveals (staff_id, chat, outbox_id, delete_at)
    select ${by.id}, chat, id, ${new Date(now.getTime() + ms)} from outbox
    where effect_key = ${key} and not exists (select from reveals r where r.outbox_id = outbox.id)`.execute(trx);
}

/** One household's, for a minute. */
export async function reveal(
  trx: Transaction<Schema>,
  deps: RevealDeps,
  { sponsor, ...of }: { readonly sponsor: number; readonly by: Staff; readonly key: string; readonly now: Date },
): Promise<void> {
  await showFor(trx, deps, { ...of, view: await readFull(trx, deps.vault, sponsor), ms: shownMs });
}

async function readFull(trx: Transaction<Schema>, vault: Vault, id: number) {
  const sponsor = await trx.selectFrom("sponsors").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const workers = await trx.selectFrom("workers").selectAll().where("sponsor_id", "=", id).orderBy("id").execute();
  return fullView({
    sponsor: {
      name: openName(vault, sponsor.name_sealed, "sponsors.name_sealed"),
      civilId: openCivilId(vault, sponsor.civil_id_sealed, "sponsors.civil_id_sealed"),
      phone: vault.seal.open(sponsor.phone_sealed, "sponsors.phone_sealed") as Phone,
    },
    workers: workers.map((row) => ({
      name: openName(vault, row.name_sealed, "workers.name_sealed"),
      civilId: openCivilId(vault, row.civil_id_sealed, "workers.civil_id_sealed"),
    })),
  });
}

/** A member's role is lost: what stands in their chat goes at once, and what has not gone out never does. */
export async function endReveals(trx: Transaction<Schema>, staff: number, now: Date): Promise<void> {
  await trx
    .updateTable("reveals")
    .set({ delete_at: now })
    .where("staff_id", "=", staff)
    .where("deleted_at", "is", null)
    .where("delete_at", ">", now)
    .execute();
  await dropWaiting(trx, now);
}

/** What has not gone out in its time. */
async function dropWaiting(db: Db | Transaction<Schema>, now: Date): Promise<void> {
  await sql`update outbox set state = 'dropped', leased_until = null, settled_at = ${now} where state = 'waiting'
    and id in (select outbox_id from reveals where deleted_at is null and delete_at <= ${now})`.execute(db);
}

export function createReveals(of: { readonly db: Db; readonly vault: Vault; readonly clock: Clock }): Reveals {
  const { db, vault, clock } = of;

  /** Its words go as well: nobody reads the outbox's row any more. */
  async function end(ids: readonly number[], now: Date): Promise<void> {
    if (ids.length === 0) return;
    await db.transaction().execute(async (trx) => {
      const ended = await trx
        .updateTable("reveals")
        .set({ deleted_at: now })
        .where("id", "in", [...ids])
        .returning("outbox_id")
        .execute();
      const items = ended.flatMap(({ outbox_id }) => (outbox_id === null ? [] : [outbox_id]));
      await blankMessages(trx, vault, items, now);
    });
  }

  return {
    async over() {
      const now = clock.now();
      const { rows } = await sql<Row>`
        select r.id, o.state, o.message_id, c.chat_id_sealed
        from reveals r left join outbox o on o.id = r.outbox_id left join chats c on c.chat = r.chat
        where r.deleted_at is null and r.delete_at <= ${now} order by r.id limit 50`.execute(db);
      if (rows.length === 0) return { standing: [], lost: [] };
      if (rows.some(({ state }) => state === "waiting")) await dropWaiting(db, now);
      const standing = rows.flatMap(({ id, message_id, chat_id_sealed }) =>
        message_id === null || chat_id_sealed === null
          ? []
          : [{ id, messageId: message_id, chat: vault.seal.open(chat_id_sealed, "chats.chat_id_sealed") }],
      );
      // Waiting or being sent: looked at again. Unknown may still be told as sent for as long as its sender can live.
      const ended = rows.filter(
        ({ state, message_id }) => message_id === null && state !== "waiting" && state !== "sending",
      );
      await end(
        ended.map(({ id }) => id),
        now,
      );
      return { standing, lost: ended.filter(({ state }) => state === "unknown").map(({ id }) => id) };
    },

    taken: (id) => end([id], clock.now()),
  };
}

type Row = {
  readonly id: number;
  readonly state: Schema["outbox"]["state"] | null;
  readonly message_id: string | null;
  readonly chat_id_sealed: Buffer | null;
};
