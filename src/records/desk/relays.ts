// What passes between the two sides, kept once each: where it came from, and which item of the outbox carries it.
import { sql, type Transaction } from "kysely";
import type { Content, Passed, Relays, Withdrawn } from "../../desk/handoff.js";
import { maySay } from "../../desk/may-say.js";
import type { Staff } from "../../desk/staff.js";
import type { Rendered } from "../../messages/channel.js";
import type { Language } from "../../words/line.js";
import { provedSponsor } from "../accounts.js";
import { enqueue } from "../outbox.js";
import type { Schema } from "../schema.js";
import type { Earlier } from "../stored-message.js";
import { isAtWork } from "./access-log.js";
import { isMarked, markAlbum } from "./albums.js";
import { languageOf } from "./desk-messages.js";
import type { HandoffParts } from "./handoff-parts.js";
import { type HandoffRow, lockHandoff } from "./handoff-rows.js";
import { groupChat } from "./staff-group.js";

/** As it was written, in whichever language that was; `language` is the reader's, `mark` says there whose words they are. */
export const relayed = (
  { text, media }: Pick<Content, "text" | "media">,
  language: Language,
  mark?: string,
): Rendered => ({
  text,
  language,
  code: [],
  buttons: [],
  isRelayed: true,
  ...(media === undefined ? {} : { media }),
  ...(mark === undefined ? {} : { mark }),
});

export function createRelays(of: HandoffParts & { readonly hotline: string }): Relays {
  const { db, vault, clock } = of;

  return {
    toPerson: (handoff, content, by, key) =>
      woken(of, () =>
        db.transaction().execute(async (trx): Promise<Passed> => {
          const row = await lockHandoff(trx, handoff);
          const done = await trx.selectFrom("relays").select("id").where("effect_key", "=", key).executeTakeFirst();
          if (done !== undefined)
            return { ok: true, relay: (await carried(trx, handoff, true, content.message))?.id ?? done.id };
          if (await isMarked(trx, handoff, "album-noted", content.album)) return { ok: false, reason: "noted" };
          if (row === undefined || row.state !== "agent" || row.staff_id !== by.id) return notYours(of, row);
          if (!(await isAtWork(trx, by.id))) return { ok: false, reason: "not-yours" };
          const now = clock.now();
          if (!(await mayGo(trx, row, content, of.hotline))) return { ok: false, reason: "identifier" };
          const before = content.isEdited ? await carried(trx, handoff, true, content.message) : undefined;
          if (content.isEdited && before?.outbox_id == null) return { ok: false, reason: "not-passed" };
          const item = await toChat(of, trx, row, relayed(content, await languageOf(trx, row)), {
            key,
            now,
            ...(before?.outbox_id == null ? {} : { earlier: { item: before.outbox_id, as: "edited" } as const }),
          });
          await trx
            .updateTable("handoffs")
            .set({
              last_word_at: now,
              asked_idle_at: null,
              ...(row.first_answer_at === null ? { first_answer_at: now, first_answer_by: by.id } : {}),
            })
            .where("id", "=", handoff)
            .execute();
          await markAlbum(trx, { handoff, by, now }, "album-sent", content.album);
          const what = before === undefined ? "message" : "edit";
          const kept = await keep(trx, { handoff, source: content.message, item, what, by, key, now });
          return { ok: true, relay: before?.id ?? kept };
        }),
      ),

    withdraw: (what, by, key) =>
      woken(of, () =>
        db.transaction().execute(async (trx): Promise<Withdrawn> => {
          const relay = await trx
            .selectFrom("relays")
            .selectAll()
            .where("to_person", "=", true)
            .where("what", "=", "message")
            .where((where) =>
              "relay" in what
                ? where("id", "=", what.relay)
                : where.and([where("source_message", "=", what.message), where("group_chat", "=", groupChat)]),
            )
            .orderBy("id", "desc")
            .limit(1)
            .executeTakeFirst();
          const row = relay && (await lockHandoff(trx, relay.handoff_id));
          if (relay?.outbox_id == null || row === undefined) return "none";
          // Also after it is over: what was sent by mistake is no better for that.
          if ((relay.staff_id ?? row.staff_id) !== by.id && by.role !== "supervisor") return "none";
          if (!(await isAtWork(trx, by.id))) return "none";
          const now = clock.now();
          await trx.updateTable("relays").set({ withdrawn_at: now }).where("id", "=", relay.id).execute();
          if (await isNeverSent(trx, relay, now)) return "never-sent";
          const earlier = { item: relay.outbox_id, as: "removed" } as const;
          const item = await toChat(of, trx, row, relayed({ text: "" }, row.language), { key, now, earlier });
          const withdrawn = {
            handoff: row.id,
            source: relay.source_message,
            what: "withdrawal",
            by,
            key,
            now,
          } as const;
          if (item !== undefined) await keep(trx, { ...withdrawn, item });
          return "taken-back";
        }),
      ),

    note: (handoff, { message, text, album }, by, key) =>
      db.transaction().execute(async (trx) => {
        if (!(await isAtWork(trx, by.id))) return "noted";
        const now = clock.now();
        await trx
          .insertInto("handoff_events")
          .values({
            handoff_id: handoff,
            at: now,
            staff_id: by.id,
            event: "note",
            note_sealed: vault.seal.seal(text, "handoff_events.note_sealed"),
            effect_key: key,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await markAlbum(trx, { handoff, by, now }, "album-noted", album);
        if (await isMarked(trx, handoff, "album-sent", album)) return "sent-before";
        return (await carried(trx, handoff, true, message)) === undefined ? "noted" : "sent-before";
      }),
  };
}

/** What waits still is given up, with its changes, of which nobody needs to be told; a sender that has it in hand sends it. */
async function isNeverSent(
  trx: Transaction<Schema>,
  relay: { readonly handoff_id: number; readonly source_message: string; readonly outbox_id: number | null },
  now: Date,
): Promise<boolean> {
  const giveUp = () =>
    trx
      .updateTable("outbox")
      .set({ state: "dropped", leased_until: null, settled_at: now })
      .where("state", "=", "waiting");
  await giveUp().where("id", "=", relay.outbox_id).execute();
  const item = await trx.selectFrom("outbox").select("state").where("id", "=", relay.outbox_id).executeTakeFirst();
  if (item?.state !== "dropped" && item?.state !== "failed") return false;
  const changes = await trx
    .updateTable("relays")
    .set({ lost: sql`greatest(lost, 1)` })
    .where("handoff_id", "=", relay.handoff_id)
    .where("source_message", "=", relay.source_message)
    .where("to_person", "=", true)
    .where("what", "=", "edit")
    .returning("outbox_id")
    .execute();
  const items = changes.flatMap(({ outbox_id }) => outbox_id ?? []);
  if (items.length > 0) await giveUp().where("id", "in", items).execute();
  return true;
}

export async function woken<T>({ wakeSenders }: HandoffParts, work: () => Promise<T>): Promise<T> {
  const done = await work();
  wakeSenders();
  return done;
}

function notYours({ vault }: HandoffParts, row: HandoffRow | undefined): Passed {
  const sealed = row?.state === "agent" ? row.name_sealed : null;
  const owner = sealed == null ? {} : { owner: vault.seal.open(sealed, "staff.name_sealed") };
  return { ok: false, reason: "not-yours", ...owner };
}

/** Of a number that may be a mobile as well as a policy, the records know which: the person's own policies are named whole. */
async function mayGo(
  trx: Transaction<Schema>,
  { chat }: HandoffRow,
  { text }: Content,
  hotline: string,
): Promise<boolean> {
  if (maySay(text, [hotline])) return true;
  const policies = await trx
    .selectFrom("covers")
    .innerJoin("workers", "workers.id", "covers.worker_id")
    .select("covers.policy_number")
    .where("workers.sponsor_id", "=", provedSponsor(chat))
    .where("covers.policy_number", "is not", null)
    .execute();
  return maySay(text, [hotline, ...policies.map(({ policy_number }) => policy_number ?? "")]);
}

/** The newest that carried this message. */
export function carried(trx: Transaction<Schema>, handoff: number, toPerson: boolean, message: string) {
  return (
    trx
      .selectFrom("relays")
      .select(["id", "outbox_id"])
      .where("handoff_id", "=", handoff)
      .where("to_person", "=", toPerson)
      .where("source_message", "=", message)
      // An agent's, in the group in which they meet now: elsewhere the same number is another message.
      .$if(toPerson, (query) => query.where("group_chat", "=", groupChat))
      .where("what", "=", "message")
      .where("withdrawn_at", "is", null)
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst()
  );
}

/** On its way to the person: what becomes of it is seen by its item. */
async function keep(
  trx: Transaction<Schema>,
  of: {
    readonly handoff: number;
    readonly source: string;
    readonly item: number | undefined;
    readonly what: "message" | "edit" | "withdrawal";
    readonly by: Staff;
    readonly key: string;
    readonly now: Date;
  },
): Promise<number> {
  const { id } = await trx
    .insertInto("relays")
    .values({
      handoff_id: of.handoff,
      to_person: true,
      source_message: of.source,
      outbox_id: of.item ?? null,
      what: of.what,
      staff_id: of.by.id,
      at: of.now,
      effect_key: of.key,
      group_chat: groupChat,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

function toChat(
  { vault }: HandoffParts,
  trx: Transaction<Schema>,
  { chat }: HandoffRow,
  message: Rendered,
  { key, now, earlier }: { readonly key: string; readonly now: Date; readonly earlier?: Earlier },
): Promise<number | undefined> {
  const of = { chat, kind: "desk", effectKey: key, message, now };
  return enqueue(trx, vault, earlier === undefined ? of : { ...of, earlier });
}
