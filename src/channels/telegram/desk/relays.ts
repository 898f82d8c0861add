// What one of the staff writes in a chat's topic (or as an answer to its card) reaches the person, and can be changed or withdrawn there.

import type { Composer } from "grammy";
import type { Passed } from "../../../desk/handoff.js";
import { deskData, type View } from "../../../desk/view.js";
import { dropInvisible } from "../../../domain/digits.js";
import { line } from "../../../words/line.js";
import { contentOf, placeOf } from "../content.js";
import { type DeskContext, effectKey, visitorWho } from "./context.js";
import { anId, pressed } from "./pressed.js";

const withdraw = pressed("handoff", "withdraw", anId);
/** What begins so is for colleagues. */
const noteMark = "//";

export function addRelays(bot: Composer<DeskContext>): void {
  const group = bot.chatType(["group", "supergroup"]);

  group.callbackQuery(withdraw, async (ctx, next) => {
    const by = visitorWho(ctx, "take-over");
    if (by === undefined) return next();
    const { visiting } = ctx;
    const relay = Number(ctx.match[1]);
    const isDone = await visiting.desk.handoffs.withdraw({ relay }, by, effectKey(visiting, "withdraw"));
    visiting.show({ lines: [withdrawnLine(isDone)] });
  });

  group.command("withdraw", async (ctx, next) => {
    const by = visitorWho(ctx, "take-over");
    const { replyTo } = placeOf(ctx.message);
    if (by === undefined || replyTo === undefined) return next();
    const { visiting } = ctx;
    const isDone = await visiting.desk.handoffs.withdraw({ message: replyTo }, by, effectKey(visiting, "withdraw"));
    visiting.say({ lines: [withdrawnLine(isDone)] });
  });

  group.command("note", (ctx, next) => noting(ctx, next, ctx.match));

  group.on(["message", "edited_message"], async (ctx, next) => {
    // An Arabic keyboard may put a mark before a line's first letter that nobody sees.
    const text = dropInvisible(ctx.msg.text ?? ctx.msg.caption ?? "").trimStart();
    if (text.startsWith(noteMark)) return noting(ctx, next, text.slice(noteMark.length));
    // A command that nobody here knows is not meant for the person.
    if (text.startsWith("/")) return refusing(ctx, next);
    return passing(ctx, next);
  });
}

async function noting(ctx: DeskContext, next: () => Promise<void>, text: string): Promise<void> {
  const by = visitorWho(ctx, "take-over");
  const { handoffs } = ctx.visiting.desk;
  const handoff = by && (await handoffs.find(placeOf(ctx.msg)));
  if (by === undefined || handoff === undefined) return next();
  const album = ctx.msg?.media_group_id;
  const of = { message: String(ctx.msg?.message_id), text: text.trim(), ...(album === undefined ? {} : { album }) };
  const done = await handoffs.note(handoff.id, of, by, effectKey(ctx.visiting, "note"));
  if (done === "sent-before") ctx.visiting.say({ lines: [line("desk-handoff-note-sent-before")] });
}

/** Whoever writes "/thanks" in a chat's place means the person, and hears that it did not go. */
async function refusing(ctx: DeskContext, next: () => Promise<void>): Promise<void> {
  const by = visitorWho(ctx, "take-over");
  const handoff = by && (await ctx.visiting.desk.handoffs.find(placeOf(ctx.msg)));
  if (handoff === undefined || handoff.state === "bot") return next();
  ctx.visiting.say({ lines: [line("desk-handoff-not-sent-command")] });
}

async function passing(ctx: DeskContext, next: () => Promise<void>): Promise<void> {
  const by = visitorWho(ctx, "take-over");
  const { visiting } = ctx;
  const { handoffs } = visiting.desk;
  const handoff = by && (await handoffs.find(placeOf(ctx.msg)));
  if (by === undefined || handoff === undefined) return next();
  const isEdited = ctx.editedMessage !== undefined;
  const content = contentOf(ctx.msg, isEdited);
  if (content === undefined) {
    // What Telegram notes in a topic by itself is nobody's word.
    if (ctx.has([":file", ":location", ":contact"])) visiting.say({ lines: [line("desk-handoff-not-sent-kind")] });
    return;
  }
  const passed = await handoffs.toPerson(handoff.id, content, by, effectKey(visiting, "relay"));
  if (passed.ok || passed.reason !== "noted") visiting.say(passedView(passed, isEdited));
}

/** A small note under what was written: it went, or why it did not. */
export function passedView(passed: Passed, isEdited: boolean): View {
  if (passed.ok)
    return {
      lines: [line(isEdited ? "desk-handoff-sent-edited" : "desk-handoff-sent")],
      buttons: [[{ label: line("desk-handoff-button-withdraw"), data: deskData("handoff", "withdraw", passed.relay) }]],
    };
  if (passed.reason === "not-passed") return { lines: [line("desk-handoff-not-sent-edit")] };
  if (passed.reason === "identifier")
    return { lines: [line(isEdited ? "desk-handoff-not-sent-edit-whole" : "desk-handoff-not-sent-whole")] };
  const { owner } = passed;
  return {
    lines: [
      owner === undefined ? line("desk-handoff-not-sent-nobody") : line("desk-handoff-not-sent-owned", { name: owner }),
    ],
  };
}

const withdrawnLine = (isDone: boolean) => line(isDone ? "desk-handoff-withdrawn" : "desk-handoff-not-withdrawn");
