// Reminders stopped on a person's call: all of them as a wish of theirs, one worker's as their own answer to a reminder, which they take back as any other.
import type { Transaction } from "kysely";
import { defaultWishes } from "../../domain/reminder.js";
import type { Message } from "../../journeys/message.js";
import { nextSteps } from "../../journeys/next-steps.js";
import { named } from "../../journeys/worker-lines.js";
import { line } from "../../words/line.js";
import { keepAnswer } from "../reminders/answers.js";
import { readFacts } from "../reminders/facts.js";
import type { Person } from "../reminders/persons.js";
import { keepWishes } from "../reminders/wishes.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { workerId } from "../worker-id.js";
import { maskRow } from "./mask.js";

/** @returns what the person is told */
export async function stopAll(trx: Transaction<Schema>, person: Person): Promise<Message> {
  const [facts] = await readFacts(trx, [person]);
  await keepWishes(trx, person, { ...(facts?.wishes ?? defaultWishes), isOn: false });
  return { lines: [line("desk-lookup-told-stopped")], buttons: nextSteps("reminders") };
}

/** @returns what the person is told; `undefined`: the worker is not theirs, and nothing was kept */
export async function stopOne(
  trx: Transaction<Schema>,
  vault: Vault,
  person: Person,
  of: { readonly worker: number; readonly key: string; readonly now: Date },
): Promise<Message | undefined> {
  const worker = workerId("record", of.worker);
  const chat = person.chats[0]?.chat ?? "";
  const act = { chat, person, worker, effectKey: of.key, now: of.now };
  if (!(await keepAnswer(trx, act, { kind: "stopped" }))) return undefined;
  const row = await trx.selectFrom("workers").selectAll().where("id", "=", of.worker).executeTakeFirstOrThrow();
  return {
    lines: [line("desk-lookup-told-stopped-one", { worker: named(maskRow(vault, "workers", row)) })],
    buttons: [
      [{ kind: "command", label: line("button-undo"), command: "undo", argument: worker }],
      ...nextSteps("reminders"),
    ],
  };
}
