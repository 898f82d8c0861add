// What is done from a card, on the database: in the verified chat through the outbox, and in the log.
import { type SqlBool, sql, type Transaction } from "kysely";
import type { Actions } from "../../desk/actions.js";
import type { Staff } from "../../desk/staff.js";
import { fils } from "../../domain/kwd.js";
import type { Access } from "../../journeys/access-port.js";
import type { Clock } from "../../journeys/clock.js";
import type { Message } from "../../journeys/message.js";
import { nextSteps } from "../../journeys/next-steps.js";
import { linkMessage, toldLine } from "../../journeys/pay-lines.js";
import type { Service } from "../../journeys/world.js";
import type { Rendered } from "../../messages/channel.js";
import { type Language, line } from "../../words/line.js";
import type { Db } from "../database.js";
import { readHousehold } from "../household.js";
import { readIntentLines } from "../intent-lines.js";
import type { MintLink } from "../links.js";
import { enqueue } from "../outbox.js";
import { findPersons, lockPersons, type Person } from "../reminders/persons.js";
import type { Replan } from "../reminders/replan.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { mayAct, noteAccess, wasNoted } from "./access-log.js";
import { maskRow } from "./mask.js";
import { stopAll, stopOne } from "./stop-reminders.js";

export type ActionDeps = {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly replan: Replan;
  readonly mintLink: MintLink;
  readonly service: Service;
  readonly toPerson: (message: Message, language: Language) => Rendered;
  readonly firstLanguage: Language;
  readonly wakeSenders: () => void;
};

export function createActions(deps: ActionDeps): Actions {
  const { db, vault, clock } = deps;

  /** Once under its key: what was noted before is done. */
  const acting = async <T>(
    { sponsor, by, key }: { readonly sponsor: number; readonly by: Staff; readonly key: string },
    work: (
      trx: Transaction<Schema>,
      act: { readonly now: Date; note(what: Access["what"]): Promise<boolean> },
    ) => Promise<T>,
  ): Promise<T | "unseen"> => {
    const done = await db.transaction().execute(async (trx) => {
      const now = clock.now();
      if (!(await mayAct(trx, vault, { by: by.id, sponsor, key, now }))) return "unseen" as const;
      const note = (what: Access["what"]) =>
        noteAccess(trx, vault, { staff: by.id, what, sponsor, effectKey: key, at: now });
      return work(trx, { now, note });
    });
    deps.wakeSenders();
    return done;
  };

  async function tell(
    trx: Transaction<Schema>,
    { chats }: Person,
    { key, message, now }: { readonly key: string; readonly message: Message; readonly now: Date },
  ): Promise<void> {
    const to = chats.find(({ isReachable }) => isReachable);
    if (to === undefined) return;
    const rendered = deps.toPerson(message, to.language ?? deps.firstLanguage);
    // Not of the kind that whoever has the chat writes: into a talk it comes marked, as all that comes by itself.
    await enqueue(trx, vault, { chat: to.chat, kind: "on-call", effectKey: `said:${key}`, message: rendered, now });
  }

  return {
    sendAgain: (sponsor, by, key) =>
      acting({ sponsor, by, key }, async (trx, { now, note }) => {
        const person = await reachable(trx, sponsor);
        if (person === undefined) return "no-chat";
        if (await wasJustSent(trx, { sponsor, key, now })) return "just-now";
        const intent = await unpaidOf(trx, person, sponsor, now);
        await note("link-sent");
        if (intent === undefined) {
          await tell(trx, person, { key, now, message: renewalMessage });
          return "renewal";
        }
        const url = await deps.mintLink(trx, "pay", intent.id, now);
        await tell(trx, person, { key, now, message: await askedLink(trx, deps, intent, { url, now }) });
        return "link";
      }),

    workersToStop: (sponsor, by, key) =>
      acting({ sponsor, by, key }, async (trx, { note }) => {
        if ((await reachable(trx, sponsor)) === undefined) return "no-chat";
        await note("looked");
        const rows = await trx
          .selectFrom("workers")
          .select(["id", "civil_id_sealed", "name_sealed"])
          .where("sponsor_id", "=", sponsor)
          .orderBy("id")
          .execute();
        return rows.map((row) => ({ id: row.id, who: maskRow(vault, "workers", row) }));
      }),

    stopReminders: (sponsor, whom, by, key) =>
      acting({ sponsor, by, key }, async (trx, { now, note }) => {
        const person = await reachable(trx, sponsor);
        if (person === undefined) return "no-chat";
        await lockPersons(trx, [person]);
        const done = whom === "all" ? "stopped" : "stopped-one";
        if (await wasNoted(trx, key)) return done;
        const message =
          whom === "all" ? await stopAll(trx, person) : await stopOne(trx, vault, person, { worker: whom, key, now });
        if (message === undefined) return "gone";
        await note("reminders-stopped");
        await deps.replan(trx, { sponsors: [sponsor] }, now);
        await tell(trx, person, { key, now, message });
        return done;
      }),

    household: (sponsor, by, key) =>
      acting({ sponsor, by, key }, async (trx, { note }) => {
        await note("quoted");
        return readHousehold(trx, vault, sql<SqlBool>`s.id = ${sponsor}`);
      }),
  };
}

async function reachable(trx: Transaction<Schema>, sponsor: number): Promise<Person | undefined> {
  const persons = await findPersons(trx, { sponsors: [sponsor] });
  return persons.find(({ id, chats }) => id === `s${sponsor}` && chats.some(({ isReachable }) => isReachable));
}

/** Pressed again and again it reaches the person once a minute. */
const betweenLinksMs = 60_000;

async function wasJustSent(
  trx: Transaction<Schema>,
  { sponsor, key, now }: { readonly sponsor: number; readonly key: string; readonly now: Date },
): Promise<boolean> {
  const sent = await trx
    .selectFrom("access_log")
    .select("id")
    .where("sponsor_id", "=", sponsor)
    .where("what", "=", "link-sent")
    .where("at", ">", new Date(now.getTime() - betweenLinksMs))
    .where("effect_key", "!=", key)
    .executeTakeFirst();
  return sent !== undefined;
}

type Unpaid = { readonly id: number; readonly total_fils: number; readonly expires_at: Date };

/** The newest that this person opened for this household: another's link is not theirs to get. */
async function unpaidOf(
  trx: Transaction<Schema>,
  { accounts, chats }: Person,
  sponsor: number,
  now: Date,
): Promise<Unpaid | undefined> {
  const own = chats.map(({ chat }) => chat);
  return trx
    .selectFrom("intents")
    .select(["id", "total_fils", "expires_at"])
    .where("state", "in", ["open", "paying"])
    .where("expires_at", ">", now)
    .where(
      sql<SqlBool>`id in (select l.intent_id from intent_lines l join workers w on w.id = l.worker_id
        where w.sponsor_id = ${sponsor})
        and (account_id = any(${[...accounts]}::bigint[]) or (account_id is null and chat = any(${own}::text[])))`,
    )
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

const renewalMessage: Message = { lines: [line("desk-lookup-told-renewal")], buttons: nextSteps("renew") };

/** As any message with a pay link, under what was asked. */
async function askedLink(
  trx: Transaction<Schema>,
  { vault, service }: ActionDeps,
  intent: Unpaid,
  { url, now }: { readonly url: string; readonly now: Date },
) {
  const lines = (await readIntentLines(trx, vault, [intent.id])).get(intent.id) ?? [];
  const message = linkMessage(
    { service, now },
    {
      url,
      totalFils: fils(intent.total_fils),
      lines: lines.map(({ shown }) => toldLine(shown)),
      expiresAt: intent.expires_at.toISOString(),
    },
  );
  return { ...message, lines: [line("desk-lookup-told-link"), ...message.lines] };
}
