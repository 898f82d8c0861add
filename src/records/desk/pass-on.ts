// What a person writes reaches the desk, in one transaction with whose the chat is: a few messages at a time, and the rest is kept in order until there is room for it.
import { sql, type Transaction } from "kysely";
import type { Content } from "../../desk/handoff.js";
import { maskIdentifiers } from "../../desk/mask-identifiers.js";
import type { PassOn } from "../../desk/person-at-desk.js";
import { answerBy } from "../../domain/desk-hours.js";
import type { About } from "../../turns/answer.js";
import type { Language } from "../../words/line.js";
import { line } from "../../words/line.js";
import { provedSponsor } from "../accounts.js";
import { holdFence } from "../fence.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { postToGroup, tellGroup } from "./desk-messages.js";
import { openAbout, placeOf, sealAbout } from "./handoff-about.js";
import type { HandoffParts } from "./handoff-parts.js";
import { type HandoffRow, lockHandoff } from "./handoff-rows.js";
import { countUnderWay, hasHeld, hold, mostFollowing } from "./held-words.js";
import { promise } from "./open-handoff.js";
import { carried, relayed, woken } from "./relays.js";

/** Of a chat that waits, enough to see what it is about. The group may get twenty messages a minute, for everybody. */
const mostShownWaiting = 5;

type Passing = { readonly key: string; readonly language: Language; readonly now: Date };

/** Nothing is passed on by a turn that has lost the chat: whoever has it meanwhile gets the message when it comes again. */
export function createPassOn(of: HandoffParts): PassOn {
  return {
    toOwner: ({ handoff, fence, key, language }, content, consent) =>
      woken(of, () =>
        of.db.transaction().execute(async (trx) => {
          await holdFence(trx, fence);
          const row = await lockHandoff(trx, handoff);
          if (row === undefined || row.state === "bot") return "over";
          const now = of.clock.now();
          const isOwned = row.state === "agent";
          if (isOwned && consent !== undefined && (await isAwaited(trx, fence.chat, consent, now))) return "awaited";
          await trx.updateTable("handoffs").set({ person_word_at: now }).where("id", "=", handoff).execute();
          if (!isOwned) return "waiting";
          await pass(of, trx, row, masked(content), { key, language, now });
          return "owned";
        }),
      ),

    whileWaiting: ({ handoff, fence, key, language }, words, about) =>
      woken(of, () =>
        of.db.transaction().execute(async (trx) => {
          await holdFence(trx, fence);
          const row = await lockHandoff(trx, handoff);
          if (row === undefined || row.state === "bot") return;
          await noteAbout(trx, of.vault, row, about);
          if (words === undefined || !(await mayFollow(trx, row, words))) return;
          const now = of.clock.now();
          await pass(of, trx, row, masked(words), { key, language, now });
          // A case had it opened, and nobody was told that somebody would come: now they are.
          if (row.promised_at === null) await promise(trx, handoff, answerBy(now, of.service.deskHours), now);
        }),
      ),
  };
}

const masked = (content: Content): Content => ({ ...content, text: maskIdentifiers(content.text) });

/** New words of what was an answer to the bot are the person's own, as the former were. */
async function mayFollow(trx: Transaction<Schema>, { id }: HandoffRow, { message, isEdited }: Content) {
  if (!isEdited) return true;
  const passed = await trx
    .selectFrom("relays")
    .select("id")
    .where("handoff_id", "=", id)
    .where("to_person", "=", false)
    .where("source_message", "=", message)
    .limit(1)
    .executeTakeFirst();
  return passed !== undefined;
}

/** What the card follows, and what is told to whoever takes the chat. */
async function noteAbout(trx: Transaction<Schema>, vault: Vault, row: HandoffRow, about: About): Promise<void> {
  const before = openAbout(vault, row.about_sealed);
  const { underWay } = about;
  await trx
    .updateTable("handoffs")
    .set({
      about_sealed: sealAbout(vault, { ...before, quoted: about.quoted ?? before.quoted, trail: about.trail }),
      ...(underWay === undefined ? {} : { journey: placeOf(underWay) }),
    })
    .where("id", "=", row.id)
    .execute();
}

/** One of the staff has asked in this chat, and waits for the answer. */
async function isAwaited(trx: Transaction<Schema>, chat: string, consent: number, now: Date): Promise<boolean> {
  const asked = await trx
    .selectFrom("consents")
    .select("id")
    .where("id", "=", consent)
    .where("chat", "=", chat)
    .where("sponsor_id", "=", provedSponsor(chat))
    .where("answered_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return asked !== undefined;
}

async function pass(
  of: HandoffParts,
  trx: Transaction<Schema>,
  row: HandoffRow,
  content: Content,
  { key, language, now }: Passing,
): Promise<void> {
  const sent = { key, now };
  // Kept before, it may have been shown since under another key.
  const done = await trx.selectFrom("relays").select("id").where("effect_key", "=", key).executeTakeFirst();
  if (done !== undefined) return;
  if (await isKept(trx, row)) {
    const kept = await hold(of, trx, row, content, sent);
    if (kept !== "first" || row.state === "agent" || row.card_outbox === null) return;
    return tellGroup(of, trx, row, { lines: [line("desk-handoff-held")] }, { key: `${key}:held`, now });
  }
  const before = content.isEdited ? await carried(trx, row.id, false, content.message) : undefined;
  const isShown = before?.outbox_id != null;
  // Shown among others in one message, it has none of its own that could change.
  const text =
    before === undefined || isShown
      ? content.text
      : `${of.plain(line("desk-handoff-again-changed"), language)}\n${content.text}`;
  // What we say of a person's doing is not the person's word.
  const mark = content.message === "" ? undefined : of.plain(line("desk-handoff-person-says"), language);
  const rendered = relayed({ ...content, text }, language, mark);
  await postToGroup(of, trx, row, rendered, content.message, sent, before?.outbox_id ?? undefined);
}

/** There is no place for it yet, what came before it is kept still, or as much was shown as there is room for now. */
async function isKept(trx: Transaction<Schema>, row: HandoffRow): Promise<boolean> {
  if (row.card_outbox === null) return true;
  if (await hasHeld(trx, row.chat)) return true;
  return row.state === "queue"
    ? (await writtenWaiting(trx, row)) >= mostShownWaiting
    : (await countUnderWay(trx, row.chat)) >= mostFollowing;
}

/** Since it waits. */
async function writtenWaiting(trx: Transaction<Schema>, { id, opened_at, last_word_at }: HandoffRow): Promise<number> {
  const { n } = await trx
    .selectFrom("relays")
    .select(sql<number>`count(*)::int`.as("n"))
    .where("handoff_id", "=", id)
    .where("to_person", "=", false)
    .where("source_message", "!=", "")
    .where("at", ">=", last_word_at ?? opened_at)
    .executeTakeFirstOrThrow();
  return n;
}
