// What a person wrote while nobody had the chat, beyond the first few messages: kept sealed, and shown in order, as few messages as it fits into, once somebody takes it.
import type { Transaction } from "kysely";
import type { Content } from "../../desk/handoff.js";
import type { Language } from "../../words/line.js";
import { line } from "../../words/line.js";
import type { Schema } from "../schema.js";
import { postToGroup } from "./desk-messages.js";
import type { HandoffParts } from "./handoff-parts.js";
import type { HandoffRow } from "./handoff-rows.js";
import { relayed } from "./relays.js";
import { readStaffGroup } from "./staff-group.js";

const context = "relays.held_sealed";

/** With the mark before it, it is one message on every channel. */
const longestJoined = 3_500;

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

export async function showHeld(
  of: HandoffParts,
  trx: Transaction<Schema>,
  row: HandoffRow,
  { key, now }: Sent,
): Promise<void> {
  const group = await readStaffGroup(trx);
  if (group === undefined) return;
  const rows = await trx
    .selectFrom("relays")
    .select(["id", "held_sealed"])
    .where("handoff_id", "=", row.id)
    .where("held_sealed", "is not", null)
    .orderBy("id")
    .execute();
  if (rows.length === 0) return;
  const kept = rows.flatMap(({ held_sealed }): readonly Content[] =>
    held_sealed === null ? [] : [JSON.parse(of.vault.seal.open(held_sealed, context))],
  );
  const mark = of.plain(line("desk-handoff-person-says"), group.language);
  for (const [place, { source, ...words }] of joined(of, kept, group.language).entries())
    await postToGroup(of, trx, row, relayed(words, group.language, mark), source, { key: `${key}:held:${place}`, now });
  await trx
    .updateTable("relays")
    .set({ held_sealed: null })
    .where(
      "id",
      "in",
      rows.map(({ id }) => id),
    )
    .execute();
}

type Joined = Pick<Content, "text" | "media"> & { readonly source: string };

/** A file is a message of its own; words that follow one another stand in one. */
function joined({ plain }: HandoffParts, kept: readonly Content[], language: Language): readonly Joined[] {
  const all: Joined[] = [];
  for (const { message, text, media, isEdited } of kept) {
    const said = isEdited ? `${plain(line("desk-handoff-again-changed"), language)}\n${text}` : text;
    const last = all.at(-1);
    const isJoinable = media === undefined && last !== undefined && last.media === undefined;
    if (isJoinable && last.text.length + said.length < longestJoined)
      all.splice(-1, 1, { source: joinedSource, text: `${last.text}\n${said}` });
    else all.push({ source: message, text: said, ...(media === undefined ? {} : { media }) });
  }
  return all;
}
