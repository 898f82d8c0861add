// What passes between the two sides, kept once each: where it came from, and which item of the outbox carries it.
import type { Kysely, Transaction } from "kysely";
import type { Content, Passed, Relays } from "../../desk/handoff.js";
import { maskIdentifiers } from "../../desk/mask-identifiers.js";
import type { PassOn } from "../../desk/person-at-desk.js";
import type { Rendered } from "../../messages/channel.js";
import type { Language } from "../../words/line.js";
import { holdFence } from "../fence.js";
import { enqueue } from "../outbox.js";
import type { Schema } from "../schema.js";
import type { Earlier } from "../stored-message.js";
import { languageOf, postToGroup } from "./desk-messages.js";
import { type HandoffRow, lockHandoff } from "./handoff-rows.js";
import type { HandoffParts } from "./handoffs.js";

/** As it was written, in whichever language that was; `language` is the reader's. */
const relayed = ({ text, media }: Pick<Content, "text" | "media">, language: Language): Rendered => ({
  text,
  language,
  code: [],
  buttons: [],
  isRelayed: true,
  ...(media === undefined ? {} : { media }),
});

export function createRelays(of: HandoffParts): Relays {
  const { db, vault, clock } = of;

  return {
    toPerson: (handoff, content, by, key) =>
      woken(of, () =>
        db.transaction().execute(async (trx): Promise<Passed> => {
          const row = await lockHandoff(trx, handoff);
          const done = await trx.selectFrom("relays").select("id").where("effect_key", "=", key).executeTakeFirst();
          if (done !== undefined)
            return { ok: true, relay: (await carried(trx, handoff, true, content.message))?.id ?? done.id };
          if (row === undefined || row.state !== "agent" || row.staff_id !== by.id) return notYours(of, row);
          const now = clock.now();
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
          const what = before === undefined ? "message" : "edit";
          const kept = await keep(trx, { handoff, source: content.message, item, what, key, now });
          return { ok: true, relay: before?.id ?? kept };
        }),
      ),

    withdraw: (what, by, key) =>
      woken(of, () =>
        db.transaction().execute(async (trx) => {
          const relay = await trx
            .selectFrom("relays")
            .selectAll()
            .where("to_person", "=", true)
            .where("what", "=", "message")
            .where((where) =>
              "relay" in what ? where("id", "=", what.relay) : where("source_message", "=", what.message),
            )
            .orderBy("id", "desc")
            .limit(1)
            .executeTakeFirst();
          const row = relay && (await lockHandoff(trx, relay.handoff_id));
          if (relay?.outbox_id == null || row === undefined) return false;
          // Also after it is over: what was sent by mistake is no better for that.
          if (row.staff_id !== by.id && by.role !== "supervisor") return false;
          const now = clock.now();
          await trx.updateTable("relays").set({ withdrawn_at: now }).where("id", "=", relay.id).execute();
          const earlier = { item: relay.outbox_id, as: "removed" } as const;
          const item = await toChat(of, trx, row, relayed({ text: "" }, row.language), { key, now, earlier });
          const withdrawn = { handoff: row.id, source: relay.source_message, what: "withdrawal", key, now } as const;
          if (item !== undefined) await keep(trx, { ...withdrawn, item });
          return true;
        }),
      ),

    async note(handoff, { message, text }, by, key) {
      await db
        .insertInto("handoff_events")
        .values({
          handoff_id: handoff,
          at: clock.now(),
          staff_id: by.id,
          event: "note",
          note_sealed: vault.seal.seal(text, "handoff_events.note_sealed"),
          effect_key: key,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return (await carried(db, handoff, true, message)) === undefined ? "noted" : "sent-before";
    },
  };
}

/** From the person, in their own turn: `owned`, an agent has the chat, and the bot says nothing there. */
export const createPassOn =
  (of: HandoffParts): PassOn =>
  ({ handoff, fence, key, language }, { always, toOwner }) =>
    woken(of, () =>
      of.db.transaction().execute(async (trx) => {
        await holdFence(trx, fence);
        const row = await lockHandoff(trx, handoff);
        if (row === undefined || row.state === "bot") return "over";
        const content = row.state === "agent" ? toOwner : always;
        if (content !== undefined) {
          const masked = { ...content, text: maskIdentifiers(content.text) };
          const before = content.isEdited ? await carried(trx, handoff, false, content.message) : undefined;
          const sent = { key, now: of.clock.now() };
          await postToGroup(
            of,
            trx,
            row,
            relayed(masked, language),
            content.message,
            sent,
            before?.outbox_id ?? undefined,
          );
        }
        return row.state === "agent" ? "owned" : "waiting";
      }),
    );

async function woken<T>({ wakeSenders }: HandoffParts, work: () => Promise<T>): Promise<T> {
  const done = await work();
  wakeSenders();
  return done;
}

function notYours({ vault }: HandoffParts, row: HandoffRow | undefined): Passed {
  const sealed = row?.state === "agent" ? row.name_sealed : null;
  const owner = sealed == null ? {} : { owner: vault.seal.open(sealed, "staff.name_sealed") };
  return { ok: false, reason: "not-yours", ...owner };
}

/** The newest that carried this message. */
function carried(trx: Kysely<Schema>, handoff: number, toPerson: boolean, message: string) {
  return trx
    .selectFrom("relays")
    .select(["id", "outbox_id"])
    .where("handoff_id", "=", handoff)
    .where("to_person", "=", toPerson)
    .where("source_message", "=", message)
    .where("what", "=", "message")
    .where("withdrawn_at", "is", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** On its way to the person: what becomes of it is seen by its item. */
async function keep(
  trx: Transaction<Schema>,
  of: {
    readonly handoff: number;
    readonly source: string;
    readonly item: number | undefined;
    readonly what: "message" | "edit" | "withdrawal";
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
      at: of.now,
      effect_key: of.key,
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
