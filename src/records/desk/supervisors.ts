// The supervisors at work who have a chat with the bot: whoever is told of their team.
import type { Kysely } from "kysely";
import type { Language } from "../../words/line.js";
import type { Schema } from "../schema.js";

type SupervisorChat = { readonly id: number; readonly chat: string; readonly language: Language | null };

export function readSupervisors(db: Kysely<Schema>): Promise<readonly SupervisorChat[]> {
  return db
    .selectFrom("staff")
    .innerJoin("chats", "chats.chat", "staff.chat")
    .select(["staff.id", "staff.chat", "chats.language"])
    .where("staff.role", "=", "supervisor")
    .where("staff.state", "=", "active")
    .orderBy("staff.id")
    .execute();
}
