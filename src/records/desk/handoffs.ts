// The life of handoffs on the database: one step at a time, each with its words to both sides in the same transaction.
import { sql, type Transaction } from "kysely";
import type { Handoff, HandoffMove, Handoffs, Moved, Place } from "../../desk/handoff.js";
import { askedAgainLines } from "../../desk/handoff-card.js";
import { movedView } from "../../desk/handoff-view.js";
import type { Staff } from "../../desk/staff.js";
import { answerBy } from "../../domain/desk-hours.js";
import { mayMoveHandoff, nextHandoff } from "../../domain/handoff.js";
import type { Fence } from "../../turns/session-store.js";
import type { Db } from "../database.js";
import { holdFence } from "../fence.js";
import type { Schema } from "../schema.js";
import { isAtWork, noteAccess } from "./access-log.js";
import { readBeforeTaking } from "./before-taking.js";
import { hasAskedAgain, readCardFacts } from "./card-facts.js";
import { readCaseOver } from "./case-over.js";
import { tellGroup } from "./desk-messages.js";
import { dueOf, hasNoOwner } from "./handoff-due.js";
import type { HandoffParts } from "./handoff-parts.js";
import { type HandoffRow, lockHandoff, selectHandoffs, toHandoff } from "./handoff-rows.js";
import { groupChat } from "./staff-group.js";
import { tellColleague } from "./tell-colleague.js";
import { tellMoved } from "./tell-moved.js";
import { yieldToAgent } from "./yield-to-agent.js";

type Step = { readonly move: HandoffMove; readonly by: Staff | undefined; readonly key: string; readonly now: Date };

export function createHandoffs(of: HandoffParts): Handoffs {
  const { db, vault, clock } = of;

  return {
    async list() {
      const rows = await selectHandoffs(db)
        .where("handoffs.state", "!=", "bot")
        .orderBy("handoffs.opened_at")
        .orderBy("handoffs.id")
        .execute();
      return rows.map((row) => toHandoff(vault, row));
    },

    async find(place) {
      const id = await idAt(db, place);
      const row =
        id === undefined ? undefined : await selectHandoffs(db).where("handoffs.id", "=", id).executeTakeFirst();
      return row && toHandoff(vault, row);
    },

    async move(id, move, by, key) {
      const row = await db.selectFrom("handoffs").select("chat").where("id", "=", id).executeTakeFirst();
      if (row === undefined) return { ok: false, reason: "gone" };
      // Nobody waits for the chat of a turn that waits itself: one's own is never one's own to take.
      if (row.chat === by?.chat) return { ok: false, reason: "own" };
      const step: Step = { move, by, key, now: clock.now() };
      const moved = await of.holdChat(
        row.chat,
        key,
        (fence) => db.transaction().execute((trx) => moveHeld(of, trx, id, step, fence)),
        ({ ok }) => ok,
      );
      if (moved === "busy") return { ok: false, reason: "busy" };
      of.wakeSenders();
      return moved;
    },
  };
}

async function moveHeld(
  of: HandoffParts,
  trx: Transaction<Schema>,
  id: number,
  step: Step,
  fence: Fence | undefined,
): Promise<Moved> {
  const { move, by, key, now } = step;
  if (fence !== undefined) await holdFence(trx, fence);
  const row = await lockHandoff(trx, id);
  if (row === undefined) return { ok: false, reason: "gone" };
  const before = toHandoff(of.vault, row);
  const done = await trx.selectFrom("handoff_events").select("id").where("effect_key", "=", key).executeTakeFirst();
  if (done !== undefined) return { ok: true, handoff: before };
  // Kept as done, and yet not done: without the chat nothing is.
  if (fence === undefined) return { ok: false, reason: "busy" };
  const refused = (await isNoMore(of, trx, row, step)) ? gone : refusal(before, move, by);
  if (refused !== undefined) return refused;
  if (by !== undefined && !(await isAtWork(trx, by.id))) return { ok: false, reason: "nobody-there" };
  const owner = await ownerAfter(trx, row, move, by);
  if (typeof owner === "string") return { ok: false, reason: owner };
  const promisedBy = answerBy(now, of.service.deskHours);
  await write(trx, row, { move, owner, now, promisedBy });
  await trx
    .insertInto("handoff_events")
    .values({ handoff_id: id, at: now, staff_id: by?.id ?? null, event: move.event, effect_key: key })
    .execute();
  // Whoever has a chat sees its card, and reads what was written there.
  if (owner !== null)
    await noteAccess(trx, of.vault, {
      staff: owner,
      what: "taken-over",
      chat: row.chat,
      handoff: id,
      effectKey: `${key}:taken-over`,
      at: now,
    });
  const after = await selectHandoffs(trx).where("handoffs.id", "=", id).executeTakeFirstOrThrow();
  const handoff = toHandoff(of.vault, after);
  await tellMoved(of, trx, { row, handoff, move, promisedBy, key, now });
  const isGiven = move.event === "handed-over" && owner !== null && owner !== by?.id && owner !== before.owner?.id;
  if (isGiven) await tellColleague(of, trx, row, { to: owner, by: by?.name ?? "–", key: `${key}:colleague`, now });
  await tellTeam(of, trx, { row, handoff, move, by, key, now });
  return { ok: true, handoff };
}

async function tellTeam(
  of: HandoffParts,
  trx: Transaction<Schema>,
  { row, handoff, move, by, key, now }: Step & { readonly row: HandoffRow; readonly handoff: Handoff },
): Promise<void> {
  // Of what was over by itself before its card came, nobody there knows.
  if (row.card_outbox === null && by === undefined) return;
  const { lines, ...view } = movedView(handoff, move, by?.name);
  const again =
    move.event === "claimed" && (await hasAskedAgain(trx, handoff))
      ? askedAgainLines(await readCardFacts(trx, of, handoff))
      : [];
  const before = move.event === "claimed" ? await readBeforeTaking(trx, of.vault, row) : [];
  await tellGroup(of, trx, row, { ...view, lines: [...lines, ...again, ...before] }, { key: `${key}:group`, now });
}

const gone: Moved = { ok: false, reason: "gone" };

/** What it was time for may be so no more: somebody has taken it, or a word has come, since it was looked at. */
async function isNoMore(
  { service }: HandoffParts,
  trx: Transaction<Schema>,
  row: HandoffRow,
  { move, by, now }: Step,
): Promise<boolean> {
  const due = () => dueOf(row, now, service.deskHours);
  if (move.event === "put-back") return move.isUnanswered ? due() !== "put-back" : by === undefined && !hasNoOwner(row);
  if (move.event !== "closed") return false;
  if (move.reason === "case-over") return !(await readCaseOver(trx)).has(row.id);
  return move.reason === "day-over" && due() !== "close";
}

function refusal(before: Handoff, { event }: HandoffMove, by: Staff | undefined): Moved | undefined {
  const owner = before.owner === undefined ? {} : { owner: before.owner.name };
  if (nextHandoff(before.state, event) === undefined)
    return { ok: false, reason: ({ agent: "owned", queue: "waiting", bot: "gone" } as const)[before.state], ...owner };
  // What it is time for is nobody's to refuse.
  if (by === undefined) return undefined;
  return mayMoveHandoff(before.state, { role: by.role, isOwner: before.owner?.id === by.id })
    ? undefined
    : { ok: false, reason: "owned", ...owner };
}

/** `null`: nobody has it then. */
async function ownerAfter(
  trx: Transaction<Schema>,
  { chat }: HandoffRow,
  move: HandoffMove,
  by: Staff | undefined,
): Promise<number | null | "nobody-there" | "own"> {
  if (move.event === "put-back" || move.event === "closed") return null;
  const id = move.event === "handed-over" ? move.to : by?.id;
  if (id === undefined) return "nobody-there";
  const row = await trx
    .selectFrom("staff")
    .select(["id", "chat"])
    .where("id", "=", id)
    .where("state", "=", "active")
    .executeTakeFirst();
  // Whoever talks to themselves helps nobody, and could never give it back.
  if (row?.chat === chat) return "own";
  return row?.id ?? "nobody-there";
}

async function write(
  trx: Transaction<Schema>,
  row: HandoffRow,
  {
    move,
    owner,
    now,
    promisedBy,
  }: { readonly move: HandoffMove; readonly owner: number | null; readonly now: Date; readonly promisedBy: Date },
): Promise<void> {
  const to = nextHandoff(row.state, move.event);
  if (to === undefined) throw new Error(`no step from ${row.state} by ${move.event}`);
  await trx
    .updateTable("handoffs")
    .set({
      state: to,
      // Who had it last stays written down, for the figures.
      staff_id: move.event === "closed" ? row.staff_id : owner,
      last_word_at: now,
      escalated_at: null,
      // Whoever waits again is promised a time anew; whoever is talked to waits for none.
      promised_at: to === "queue" ? promisedBy : null,
      apologised_at: null,
      apologies: 0,
      asked_idle_at: null,
      ...(to === "agent" ? { claimed_at: row.claimed_at ?? now } : {}),
      ...(move.event === "closed" ? { closed_at: now, close_reason: move.reason } : {}),
    })
    .where("id", "=", row.id)
    .execute();
  if (to === "agent") await yieldToAgent(trx, row.chat, now);
}

async function idAt(db: Db, { thread, replyTo }: Place): Promise<number | undefined> {
  if (thread !== undefined) {
    const row = await db
      .selectFrom("handoffs")
      .select("id")
      .where("thread", "=", thread)
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return row.id;
  }
  if (replyTo === undefined) return undefined;
  const { rows } = await sql<{ id: number }>`
    select coalesce(
      (select relays.handoff_id from outbox join relays on relays.outbox_id = outbox.id
        where outbox.kind = 'desk' and outbox.message_id = ${replyTo} and not relays.to_person
          and outbox.chat = ${groupChat}
        order by relays.id desc limit 1),
      (select handoff_id from relays where to_person and source_message = ${replyTo} and group_chat = ${groupChat}
        order by id desc limit 1)
    ) as id`.execute(db);
  return rows[0]?.id ?? undefined;
}
