// Consent on the database: asked in the person's own chat, bound to one member of the staff and one record, and each step in the log.
import type { Transaction } from "kysely";
import { type Consents, consentMs } from "../../desk/consent.js";
import { firstName } from "../../desk/first-name.js";
import { maskIdentifiers } from "../../desk/mask-identifiers.js";
import type { Staff } from "../../desk/staff.js";
import type { Clock } from "../../journeys/clock.js";
import type { Message } from "../../journeys/message.js";
import type { Rendered } from "../../messages/channel.js";
import { type Language, line } from "../../words/line.js";
import type { Db } from "../database.js";
import { enqueue } from "../outbox.js";
import type { Schema } from "../schema.js";
import { isAtWork, mayAct, noteAccess, noteRefusal } from "./access-log.js";
import { mayLook, watchLooking } from "./looking.js";
import { maskRow } from "./mask.js";
import { type RevealDeps, reveal } from "./reveals.js";
import type { TellSupervisors } from "./tell-supervisors.js";
import { isProvedChat, verifiedChat } from "./verified-chat.js";

export type ConsentDeps = RevealDeps & {
  readonly db: Db;
  readonly clock: Clock;
  readonly toPerson: (message: Message, language: Language) => Rendered;
  readonly tellSupervisors: TellSupervisors;
  /** Something was left to the senders. */
  readonly wakeSenders: () => void;
};

export function createConsents(deps: ConsentDeps): Consents {
  const { db, vault, clock } = deps;

  const inTransaction = async <T>(work: (trx: Transaction<Schema>, now: Date) => Promise<T>): Promise<T> => {
    const done = await db.transaction().execute((trx) => work(trx, clock.now()));
    deps.wakeSenders();
    return done;
  };

  return {
    ask: (sponsor, by, key) =>
      inTransaction(async (trx, now) => {
        if (!(await mayAct(trx, vault, { by: by.id, sponsor, key, now }))) return "unseen";
        const to = await verifiedChat(trx, sponsor);
        if (to === undefined) return "no-chat";
        const before = await askedBefore(trx, { sponsor, by, key, now });
        if (before !== undefined) return before;
        const row = await trx
          .insertInto("consents")
          .values({
            staff_id: by.id,
            sponsor_id: sponsor,
            chat: to.chat,
            asked_at: now,
            expires_at: new Date(now.getTime() + consentMs),
            effect_key: key,
          })
          .onConflict((conflict) => conflict.column("effect_key").doNothing())
          .returning("id")
          .executeTakeFirst();
        if (row === undefined) return "asked";
        await noteAccess(trx, vault, {
          staff: by.id,
          what: "consent-asked",
          sponsor,
          chat: to.chat,
          effectKey: `consent-asked:${row.id}`,
          at: now,
        });
        const message = deps.toPerson(question(by, row.id), to.language ?? deps.firstLanguage);
        await enqueue(trx, vault, { chat: to.chat, kind: "consent", effectKey: `consent:${row.id}`, message, now });
        return "asked";
      }),

    show: (sponsor, by, key) =>
      inTransaction(async (trx, now) => {
        const consent = await trx
          .selectFrom("consents")
          .select("chat")
          .where("staff_id", "=", by.id)
          .where("sponsor_id", "=", sponsor)
          .where("expires_at", ">", now)
          .where("allowed", "=", true)
          // The newest, and held: whoever erases their data meanwhile waits, and takes back what is shown.
          .orderBy("id", "desc")
          .limit(1)
          .forShare()
          .executeTakeFirst();
        if (!(await isAtWork(trx, by.id))) return "not-allowed";
        if (consent === undefined || !(await isProvedChat(trx, sponsor, consent.chat))) {
          await noteRefusal(trx, vault, { by: by.id, sponsor, key, now });
          await watchLooking(trx, deps.tellSupervisors, by, now);
          return "not-allowed";
        }
        const { chat } = consent;
        await noteAccess(trx, vault, { staff: by.id, what: "revealed", sponsor, chat, effectKey: key, at: now });
        await reveal(trx, deps, { sponsor, by, key: `reveal:${key}`, now });
        await watchLooking(trx, deps.tellSupervisors, by, now);
        return "shown";
      }),

    breakGlass: (sponsor, written, by, key) =>
      inTransaction(async (trx, now) => {
        // Supervisors read it, and the person in their list: neither may read somebody else's number there.
        const reason = maskIdentifiers(written);
        if (!(await mayAct(trx, vault, { by: by.id, sponsor, key, now }))) return "unseen";
        if (!(await mayLook(trx, vault, { by, key, now }))) return "limit";
        const row = await trx
          .selectFrom("sponsors")
          .select(["civil_id_sealed", "name_sealed"])
          .where("id", "=", sponsor)
          .executeTakeFirstOrThrow();
        const { lastFour } = maskRow(vault, "sponsors", row);
        const isTold = await deps.tellSupervisors(trx, { what: "break-glass", reason, lastFour, key, by, now });
        // A supervisor reads the reason, or there is none to break it for.
        if (!isTold && by.role !== "supervisor") {
          await noteRefusal(trx, vault, { by: by.id, sponsor, key, now });
          return "unheard";
        }
        await noteAccess(trx, vault, { staff: by.id, what: "break-glass", sponsor, reason, effectKey: key, at: now });
        await reveal(trx, deps, { sponsor, by, key: `reveal:${key}`, now });
        await watchLooking(trx, deps.tellSupervisors, by, now);
        return isTold ? "shown" : "shown-untold";
      }),
  };
}

function question({ name, role }: Staff, id: number): Message {
  return {
    lines: [
      line("desk-consent-question", { name: firstName(name), role: line(`desk-role-${role}`) }),
      line("desk-consent-question-what"),
    ],
    buttons: [
      [
        { kind: "command", label: line("button-desk-allow"), command: "desk-consent", argument: `allow-${id}` },
        { kind: "command", label: line("button-desk-refuse"), command: "desk-consent", argument: `refuse-${id}` },
      ],
    ],
  };
}

/** The same member's question that still stands, or was refused as short ago: the person is not asked until they give in. */
async function askedBefore(
  trx: Transaction<Schema>,
  of: { readonly sponsor: number; readonly by: Staff; readonly key: string; readonly now: Date },
): Promise<"pending" | "declined" | undefined> {
  const asked = await trx
    .selectFrom("consents")
    .select("answered_at")
    .where("staff_id", "=", of.by.id)
    .where("sponsor_id", "=", of.sponsor)
    .where((where) => where.or([where("answered_at", "is", null), where("allowed", "=", false)]))
    .where("expires_at", ">", of.now)
    .where("effect_key", "!=", of.key)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (asked === undefined) return undefined;
  return asked.answered_at === null ? "pending" : "declined";
}
