// What a person wrote beyond what there was room for: kept sealed, and shown in order, as few messages as it fits into, a few of them at a time.
import { sql, type Transaction } from "kysely";
import type { Content } from "../../desk/handoff.js";
import type { Language } from "../../words/line.js";
import { line } from "../../words/line.js";
import { timeOfDay } from "../../words/moment.js";
import type { Schema } from "../schema.js";
import { postToGroup } from "./desk-messages.js";
import type { HandoffParts } from "./handoff-parts.js";
import type { HandoffRow } from "./handoff-rows.js";
import { relayed } from "./relays.js";
import { readStaffGroup } from "./staff-group.js";

const context = "relays.held_sealed";

/** With the mark before it, it is one message on every channel. */
const longestJoined = 3_500;

/** So many at once into the group, which may get twenty a minute: then others have their turn. */
export const mostFollowing = 4;

/** Where several messages stand in one: none of theirs can be changed there. */
const joinedSource = "joined";

type Sent = { readonly key: string; readonly now: Date };

/** Once under its key; new words of a message that is kept take its place. @returns whether it is the first that is kept */
export async function hold(
  { vault }: HandoffParts,
  trx: Transaction<Schema>,
  { id }: HandoffRow,
  content: Content,
  { key, now }: Sent,
): Promise<"first" | "further"> {
  const held = await trx
    .selectFrom("relays")
    .select(["id", "source_message", "what"])
    .where("handoff_id", "=", id)
    .where("held_sealed", "is not", null)
    .execute();
  const same = content.isEdited ? held.find(({ source_message }) => source_message === content.message) : undefined;
  const what = same?.what ?? (content.isEdited ? "edit" : "message");
  const held_sealed = vault.seal.seal(JSON.stringify({ ...content, isEdited: what === "edit" }), context);
  if (same !== undefined) {
    await trx.updateTable("relays").set({ held_sealed }).where("id", "=", same.id).execute();
    return "further";
  }
  await trx
    .insertInto("relays")
    .values({
      handoff_id: id,
      to_person: false,
      source_message: content.message,
      what,
      at: now,
      effect_key: key,
      held_sealed,
    })
    .execute();
  return held.length === 0 ? "first" : "further";
}

/** In any of the chat's handoffs: what is written in one does not come before what was kept in an earlier one. */
export async function hasHeld(trx: Transaction<Schema>, chat: string): Promise<boolean> {
  const row = await relaysOf(trx, chat)
    .select("relays.id")
    .where("held_sealed", "is not", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How much of a person's is on its way into the group. */
export async function countUnderWay(trx: Transaction<Schema>, chat: string): Promise<number> {
  const { n } = await relaysOf(trx, chat)
    .innerJoin("outbox", "outbox.id", "relays.outbox_id")
    .select(sql<number>`count(*)::int`.as("n"))
    .where("relays.to_person", "=", false)
    .where("outbox.state", "in", ["waiting", "sending"])
    .executeTakeFirstOrThrow();
  return n;
}

const relaysOf = (trx: Transaction<Schema>, chat: string) =>
  trx.selectFrom("relays").innerJoin("handoffs", "handoffs.id", "relays.handoff_id").where("handoffs.chat", "=", chat);

/** The first few of what is kept; the others stay so. */
export async function showHeld(of: HandoffParts, trx: Transaction<Schema>, row: HandoffRow, now: Date): Promise<void> {
  const group = await readStaffGroup(trx);
  if (group === undefined) return;
  const rows = await trx
    .selectFrom("relays")
    .select(["id", "at", "held_sealed"])
    .where("handoff_id", "=", row.id)
    .where("held_sealed", "is not", null)
    .orderBy("id")
    .execute();
  const kept = rows.flatMap(({ id, at, held_sealed }): readonly Kept[] =>
    held_sealed === null ? [] : [{ relay: id, at, ...JSON.parse(of.vault.seal.open(held_sealed, context)) }],
  );
  const mark = of.plain(line("desk-handoff-person-says"), group.language);
  const shown = joined(of, kept, group.language).slice(0, mostFollowing);
  for (const { source, isTheirs, relays, ...words } of shown) {
    const rendered = relayed(words, group.language, isTheirs ? mark : undefined);
    await postToGroup(of, trx, row, rendered, source, { key: `held:${relays[0]}`, now });
  }
  const done = shown.flatMap(({ relays }) => relays);
  if (done.length > 0) await trx.updateTable("relays").set({ held_sealed: null }).where("id", "in", done).execute();
}

type Kept = Content & { readonly relay: number; readonly at: Date };

/** `isTheirs`: the person's own words, not ours about what they did. */
type Joined = Pick<Content, "text" | "media"> & {
  readonly source: string;
  readonly isTheirs: boolean;
  readonly relays: readonly number[];
};

/** A file is a message of its own; words that follow one another stand in one. */
function joined({ plain }: HandoffParts, kept: readonly Kept[], language: Language): readonly Joined[] {
  const all: Joined[] = [];
  for (const { relay, at, message, text, media, isEdited } of kept) {
    const changed = isEdited ? `${plain(line("desk-handoff-again-changed"), language)}\n${text}` : text;
    // It stands there later than it was written.
    const time = timeOfDay(at);
    const said = changed === "" ? time : plain(line("desk-handoff-held-words", { time, words: changed }), language);
    const isTheirs = message !== "";
    const last = all.at(-1);
    const isJoinable = media === undefined && last?.media === undefined && last?.isTheirs === isTheirs;
    if (isJoinable && last.text.length + said.length < longestJoined)
      all.splice(-1, 1, {
        ...last,
        source: isTheirs ? joinedSource : "",
        text: `${last.text}\n${said}`,
        relays: [...last.relays, relay],
      });
    else
      all.push({ source: message, text: said, isTheirs, relays: [relay], ...(media === undefined ? {} : { media }) });
  }
  return all;
}
