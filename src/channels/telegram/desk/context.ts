// What the desk's handlers have at hand beside the update: who visits, what can be done for them, and what is said in the end.
import type { Conversation, ConversationFlavor } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { Desk } from "../../../desk/desk.js";
import type { Staff } from "../../../desk/staff.js";
import type { View } from "../../../desk/view.js";
import type { DeskAction, Fact } from "../../../domain/access.js";
import { mayDo, maySee } from "../../../domain/access.js";
import type { Sign } from "../../../messages/channel.js";
import type { Visit } from "../../../turns/visit.js";
import type { DeskCommand } from "./menu.js";

/** A visit under way. Its dialogues say things through it alone: a replay of theirs says nothing twice. */
export type Visiting = Visit & {
  readonly desk: Desk;
  /** Says something in the chat of this update when the visit ends. */
  say(view: View): void;
  /** Says it in place of the message whose button was pressed. */
  show(view: View): void;
  /** Says it, and marks the message that it is about. */
  sayOf(message: string, as: Sign, view: View): void;
  /** Marks a message of theirs; `otherwise` is said where the channel takes no such sign. */
  sign(message: string, as: Sign, otherwise: View): void;
  /** Whether it is the word, alone, by which an agent takes back the message that it answers. */
  isWithdrawal(text: string): boolean;
  /** The command whose button was pressed, or written. */
  readonly picked: DeskCommand | undefined;
  /** The dialogues' state, as this visit leaves it. */
  kept: string | undefined;
  /** What a dialogue has asked last in this visit. */
  asked: View | undefined;
  /** Nobody here has anything to do with this update. */
  isLeft: boolean;
};

export type DeskContext = ConversationFlavor<Context & { visiting: Visiting }>;
/** Inside a dialogue the update alone is there: what is outside is reached by `conversation.external`. */
export type DeskDialogue = Conversation<DeskContext, Context>;

/** The one who visits, if their role may do this; nobody else is told that it can be done. */
export function visitorWho(ctx: DeskContext, action: DeskAction): Staff | undefined {
  const { staff } = ctx.visiting;
  return staff !== undefined && mayDo(staff.role, action) ? staff : undefined;
}

/** The one who visits, if their role may see this. */
export function visitorSeeing({ visiting: { staff } }: DeskContext, fact: Fact): Staff | undefined {
  return staff !== undefined && maySee(staff.role, fact) ? staff : undefined;
}

/** In private, or in the one group that is the staff's: elsewhere the same topic or message would be somebody else's. */
export async function isAmongStaff({ chat, visiting }: DeskContext): Promise<boolean> {
  return chat?.type === "private" || (await visiting.desk.staff.group())?.chat === visiting.fence.chat;
}

/** An effect's key: the same when the update comes again. */
export function effectKey({ fence, update }: Visit, what: string): string {
  return `desk:${fence.chat}:${update}:${what}`;
}
