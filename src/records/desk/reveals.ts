// Messages with full values go out: each has its end before it does, so that no crash leaves one standing that nobody knows of.
import { sql, type Transaction } from "kysely";
import { shownMs } from "../../desk/consent.js";
import { fullViews } from "../../desk/full-values.js";
import type { Staff } from "../../desk/staff.js";
import type { View } from "../../desk/view.js";
import type { Phone } from "../../domain/phone.js";
import type { RenderView } from "../../messages/render-view.js";
import type { Language } from "../../words/line.js";
import type { Db } from "../database.js";
import { enqueue } from "../outbox.js";
import type { Schema } from "../schema.js";
import { openCivilId, openName } from "../sealed-person.js";
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
  of: {
    readonly view: View;
    /** Whom it is about. */
    readonly sponsor: number;
    readonly ms: number;
    readonly by: Staff;
    readonly key: string;
    readonly now: Date;
  },
): Promise<void> {
  const { view, sponsor, ms, by, key, now } = of;
  const chat = await trx.selectFrom("chats").select("language").where("chat", "=", by.chat).executeTakeFirst();
  const message = toStaff(view, chat?.language ?? firstLanguage);
  await enqueue(trx, vault, { chat: by.chat, kind: "reveal", effectKey: key, message, now });
  await sql`insert into reveals (staff_id, sponsor_id, chat, outbox_id, delete_at)
    select ${by.id}, ${sponsor}, chat, id, ${new Date(now.getTime() + ms)} from outbox
    where effect_key = ${key} and not exists (select from reveals r where r.outbox_id = outbox.id)`.execute(trx);
}

/** One household's, for a minute. */
export async function reveal(
  trx: Transaction<Schema>,
  deps: RevealDeps,
  of: { readonly sponsor: number; readonly by: Staff; readonly key: string; readonly now: Date },
): Promise<void> {
  const views = await readFull(trx, deps.vault, of.sponsor);
  for (const [place, view] of views.entries())
    await showFor(trx, deps, { ...of, key: place === 0 ? of.key : `${of.key}:${place}`, view, ms: shownMs });
}

async function readFull(trx: Transaction<Schema>, vault: Vault, id: number) {
  const sponsor = await trx.selectFrom("sponsors").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const workers = await trx.selectFrom("workers").selectAll().where("sponsor_id", "=", id).orderBy("id").execute();
  return fullViews({
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
export function endReveals(trx: Transaction<Schema>, staff: number, now: Date): Promise<void> {
  return end(trx, "staff_id", staff, now);
}

/** The same of what stands about a household in anybody's chat: its person has left. */
export function endRevealsAbout(trx: Transaction<Schema>, sponsor: number, now: Date): Promise<void> {
  return end(trx, "sponsor_id", sponsor, now);
}

async function end(trx: Transaction<Schema>, by: "staff_id" | "sponsor_id", id: number, now: Date): Promise<void> {
  await trx
    .updateTable("reveals")
    .set({ delete_at: now })
    .where(by, "=", id)
    .where("deleted_at", "is", null)
    .where("delete_at", ">", now)
    .execute();
  await dropWaiting(trx, now);
}

/** What has not gone out in its time. */
export async function dropWaiting(db: Db | Transaction<Schema>, now: Date): Promise<void> {
  await sql`update outbox set state = 'dropped', leased_until = null, settled_at = ${now} where state = 'waiting'
    and id in (select outbox_id from reveals where deleted_at is null and delete_at <= ${now})`.execute(db);
}
