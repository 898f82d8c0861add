// Words that did not arrive, or may not have: the desk is told of its own, and a person's are shown again in the place that is there now.
import { sql, type Transaction } from "kysely";
import type { Guard } from "../../desk/handoff.js";
import type { Rendered } from "../../messages/channel.js";
import { type Language, type Line, line } from "../../words/line.js";
import type { Schema } from "../schema.js";
import { blankMessages, readWords } from "../stored-message.js";
import { postToGroup, putInPlace, tellGroup } from "./desk-messages.js";
import type { HandoffParts } from "./handoff-parts.js";
import { cardKey, type HandoffRow, lockHandoff } from "./handoff-rows.js";
import { readStaffGroup } from "./staff-group.js";
import { writeToSupervisors } from "./supervisors.js";

/** Looked at every two seconds: what is more is seen at the next look. */
const mostAtOnce = 50;

/** Shown again it may be lost again; then a person must see to it. */
const shownAgain = 1;

export async function seeToLost(of: HandoffParts, guard: Guard): Promise<void> {
  const group = await readStaffGroup(of.db);
  if (group === undefined) return;
  const standing = await of.db
    .selectFrom("chats")
    .select(["unreachable_at", "muted_at"])
    .where("chat", "=", group.chat)
    .executeTakeFirst();
  const outSince = standing?.unreachable_at ?? undefined;
  if (outSince !== undefined) await tellShutOut(of, outSince, standing?.muted_at ?? undefined);
  const lost = await readLost(of, outSince === undefined);
  for (const each of lost)
    await guard(each.handoff_id, () => of.db.transaction().execute((trx) => see(of, trx, each, group.language)));
  if (lost.length > 0) of.wakeSenders();
}

type Lost = {
  readonly relay: number;
  readonly handoff_id: number;
  readonly to_person: boolean;
  readonly what: "message" | "edit" | "withdrawal";
  readonly lost: number;
  readonly source_message: string;
  readonly group_chat: string | null;
  readonly staff_id: number | null;
  readonly effect_key: string;
  readonly item: number;
  readonly state: "failed" | "unknown" | "dropped";
  readonly message_sealed: Buffer;
};

/**
 * A change is dropped when what it changes never arrived. While the group cannot be written to, what was meant for it waits; and where
 * a new card is still to come, what belongs under it.
 */
async function readLost({ db }: HandoffParts, isGroupThere: boolean): Promise<readonly Lost[]> {
  const { rows } = await sql<Lost>`
    select r.id as relay, r.handoff_id, r.to_person, r.what, r.lost, r.source_message, r.group_chat, r.staff_id, r.effect_key,
      o.id as item, o.state, o.message_sealed
    from outbox o join relays r on r.outbox_id = o.id join handoffs h on h.id = r.handoff_id
    where o.kind = 'desk' and o.state in ('failed', 'unknown', 'dropped')
      and (o.state <> 'dropped' or r.what <> 'message')
      and (r.lost = 0 or (r.lost = ${shownAgain} and not r.to_person and o.state = 'failed'))
      and (r.to_person or (${isGroupThere} and (h.state = 'bot' or h.card_outbox is not null)))
    order by o.id limit ${mostAtOnce}`.execute(db);
  return rows;
}

/** Once, whichever process sees it first. */
async function see(of: HandoffParts, trx: Transaction<Schema>, lost: Lost, language: Language): Promise<void> {
  const row = await lockHandoff(trx, lost.handoff_id);
  const seen = await trx
    .updateTable("relays")
    .set({ lost: lost.lost + 1 })
    .where("id", "=", lost.relay)
    .where("lost", "=", lost.lost)
    .returning("id")
    .executeTakeFirst();
  if (row === undefined || seen === undefined) return;
  if (lost.to_person) return tellAgent(of, trx, row, lost);
  if (lost.lost === shownAgain) return giveUp(of, trx, row, lost);
  await showAgain(of, trx, row, lost, language);
}

/** Under the agent's own message, and what to do next. */
async function tellAgent(of: HandoffParts, trx: Transaction<Schema>, row: HandoffRow, lost: Lost): Promise<void> {
  const said = await whatIsSaid(trx, row, lost);
  const group = await readStaffGroup(trx);
  if (said === undefined || group === undefined) return;
  const { source_message: source, group_chat, effect_key, item, staff_id } = lost;
  // A ready answer was a press: there is no message of the agent's. Nor is there one in a group where they meet no more.
  const answering = /^\d+$/u.test(source) && group_chat === group.chat ? { replyTo: source } : {};
  const language = (await languageOfStaff(trx, staff_id)) ?? group.language;
  const rendered = { ...of.renderView({ lines: [said] }, language, "group"), ...answering };
  await postToGroup(of, trx, row, rendered, "", { key: `${effect_key}:lost:${item}`, now: of.clock.now() });
}

/** It is for the agent alone who wrote it. */
async function languageOfStaff(trx: Transaction<Schema>, staff: number | null): Promise<Language | undefined> {
  const row = await trx
    .selectFrom("staff")
    .innerJoin("chats", "chats.chat", "staff.chat")
    .select("chats.language")
    .where("staff.id", "=", staff)
    .executeTakeFirst();
  return row?.language ?? undefined;
}

async function whatIsSaid(
  trx: Transaction<Schema>,
  { id, chat }: HandoffRow,
  { what, state, source_message }: Lost,
): Promise<Line | undefined> {
  if (what === "edit") return line("desk-handoff-lost-edit");
  if (what === "withdrawal") {
    // What never arrived need not be taken back.
    const { rows } = await sql<{ state: string }>`
      select o.state from relays r join outbox o on o.id = r.outbox_id
      where r.handoff_id = ${id} and r.to_person and r.what = 'message' and r.source_message = ${source_message}
      order by r.id desc limit 1`.execute(trx);
    return rows[0]?.state === "failed" ? undefined : line("desk-handoff-lost-withdrawal");
  }
  if (state === "unknown") return line("desk-handoff-lost-unknown");
  const person = await trx.selectFrom("chats").select("unreachable_at").where("chat", "=", chat).executeTakeFirst();
  return line(person?.unreachable_at == null ? "desk-handoff-lost-refused" : "desk-handoff-lost-blocked");
}

/** In the place that the handoff has now; what may stand there already says so. */
async function showAgain(
  of: HandoffParts,
  trx: Transaction<Schema>,
  row: HandoffRow,
  { relay, item, what, state, message_sealed, effect_key, source_message }: Lost,
  language: Language,
): Promise<void> {
  // With its place a card was lost that another one has followed; and what we change in one is said beside it as well.
  if (effect_key.startsWith(cardKey(row.id)) && row.card_outbox !== item) return;
  if (what === "edit" && source_message === "") return;
  const note = what === "edit" ? "desk-handoff-again-changed" : state === "unknown" ? "desk-handoff-again" : undefined;
  const words = readWords(of.vault, message_sealed);
  const shown =
    note === undefined ? words : under(of.renderView({ lines: [line(note)] }, language, "group").text, words);
  const now = of.clock.now();
  const isCard = row.card_outbox === item;
  const place = isCard ? { ...row, card_outbox: null } : row;
  const again = await putInPlace(of, trx, place, shown, { key: `${effect_key}:again:${item}`, now });
  if (again === undefined) return;
  await trx.updateTable("relays").set({ outbox_id: again }).where("id", "=", relay).execute();
  await blankMessages(trx, of.vault, [item], now);
  if (isCard)
    await trx.updateTable("handoffs").set({ card_outbox: again, told_sealed: null }).where("id", "=", row.id).execute();
}

const under = (note: string, words: Rendered): Rendered => ({
  ...words,
  text: `${note}\n${words.text}`,
  code: words.code.map((span) => ({ ...span, offset: span.offset + note.length + 1 })),
});

/** A person's own words are asked for once more; where even ours cannot be shown, supervisors look after the group. */
async function giveUp(of: HandoffParts, trx: Transaction<Schema>, row: HandoffRow, lost: Lost): Promise<void> {
  const now = of.clock.now();
  if (lost.source_message !== "") {
    const view = { lines: [line("desk-handoff-lost-here")] };
    return tellGroup(of, trx, row, view, { key: `${lost.effect_key}:not-shown`, now });
  }
  const view = { lines: [line("desk-handoff-not-shown", { number: row.id })] };
  await writeToSupervisors(of, trx, view, { key: `handoff:${row.id}:not-shown`, now });
}

/** Once for each time that the bot was put out of the group, or lost the right to write there. */
async function tellShutOut(of: HandoffParts, since: Date, mutedSince: Date | undefined): Promise<void> {
  const view = { lines: [line(mutedSince === undefined ? "desk-group-shut-out" : "desk-group-muted")] };
  const key = mutedSince === undefined ? `group-shut-out:${since.getTime()}` : `group-muted:${mutedSince.getTime()}`;
  const sent = { key, now: of.clock.now() };
  await of.db.transaction().execute((trx) => writeToSupervisors(of, trx, view, sent));
}
