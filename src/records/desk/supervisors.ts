// The supervisors at work: whoever is told of their team. What is for one whose chat is not known waits until they write.
import type { Kysely, Transaction } from "kysely";
import type { View } from "../../desk/view.js";
import type { RenderView } from "../../messages/render-view.js";
import type { Language } from "../../words/line.js";
import { enqueue } from "../outbox.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";

/** What is said to them is made of. */
export type SupervisorWords = {
  readonly vault: Vault;
  readonly renderView: RenderView;
  /** In a chat where none was chosen. */
  readonly firstLanguage: Language;
};

type SupervisorChat = { readonly id: number; readonly chat: string; readonly language: Language | null };

export function readSupervisors(db: Kysely<Schema>): Promise<readonly SupervisorChat[]> {
  return db
    .selectFrom("staff")
    .leftJoin("chats", "chats.chat", "staff.chat")
    .select(["staff.id", "staff.chat", "chats.language"])
    .where("staff.role", "=", "supervisor")
    .where("staff.state", "=", "active")
    .orderBy("staff.id")
    .execute();
}

/** To each in their own chat, in their language, but not to whoever did it; once under the key. */
export async function writeToSupervisors(
  of: SupervisorWords,
  trx: Transaction<Schema>,
  view: View,
  { key, now, but }: { readonly key: string; readonly now: Date; readonly but?: number },
): Promise<void> {
  for (const { id, chat, language } of await readSupervisors(trx)) {
    if (id === but) continue;
    const message = of.renderView(view, language ?? of.firstLanguage);
    await enqueue(trx, of.vault, { chat, kind: "desk", effectKey: `${key}:${id}`, message, now });
  }
}
