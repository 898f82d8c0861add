// What one of the staff writes in a chat's topic (or as an answer to its card) reaches the person, and can be changed or withdrawn there.

import type { Composer } from "grammy";
import type { Passed, Withdrawn } from "../../../desk/handoff.js";
import { type DeskButton, deskData, type View } from "../../../desk/view.js";
import { dropInvisible } from "../../../domain/digits.js";
import type { Rendered } from "../../../messages/channel.js";
import { foldText } from "../../../words/fold-text.js";
import { type Language, languages, line } from "../../../words/line.js";
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
    const withdrawn = await visiting.desk.handoffs.withdraw({ relay }, by, effectKey(visiting, "withdraw"));
    visiting.show({ lines: [withdrawnLine(withdrawn)] });
  });

  group.command("withdraw", withdrawing);

  group.command("note", (ctx, next) => noting(ctx, next, ctx.match));

  group.on(["message", "edited_message"], async (ctx, next) => {
    // An Arabic keyboard may put a mark before a line's first letter that nobody sees.
    const text = dropInvisible(ctx.msg.text ?? ctx.msg.caption ?? "").trimStart();
    if (text.startsWith(noteMark)) return noting(ctx, next, text.slice(noteMark.length));
    // A command that nobody here knows is not meant for the person.
    if (text.startsWith("/")) return refusing(ctx, next);
    if (ctx.message !== undefined && ctx.visiting.isWithdrawal(text)) return withdrawing(ctx, () => passing(ctx, next));
    return passing(ctx, next);
  });
}

/** Of the message that is answered; where none is, the word is one like any other. */
async function withdrawing(ctx: DeskContext, next: () => Promise<void>): Promise<void> {
  const by = visitorWho(ctx, "take-over");
  const { replyTo, thread } = placeOf(ctx.message);
  // In a topic what answers nothing is told as an answer to the topic's beginning.
  if (by === undefined || replyTo === undefined || replyTo === thread) return next();
  const { visiting } = ctx;
  const withdrawn = await visiting.desk.handoffs.withdraw({ message: replyTo }, by, effectKey(visiting, "withdraw"));
  const view = { lines: [withdrawnLine(withdrawn)] };
  if (withdrawn === "none") visiting.say(view);
  else visiting.sayOf(replyTo, "withdrawn", view);
}

/** Also by what the button says. */
export function createIsWithdrawal(render: (view: View, language: Language) => Rendered): (text: string) => boolean {
  const words = ["desk-handoff-word-withdraw", "desk-handoff-button-withdraw"] as const;
  const buttons = [words.map((id) => ({ label: line(id), data: deskData("withdraw") }))];
  const said = new Set(
    languages.flatMap((language) =>
      render({ lines: [], buttons }, language)
        .buttons.flat()
        .map(({ label }) => foldText(label)),
    ),
  );
  return (text) => said.has(foldText(text));
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
  else ctx.visiting.sign(of.message, "noted", { lines: [line("desk-handoff-noted")] });
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
  if (passed.ok) visiting.sign(content.message, isEdited ? "changed" : "sent", sentView(passed.relay, isEdited));
  else if (passed.reason !== "noted") visiting.say(notPassedView(passed, isEdited));
}

const sentView = (relay: number, isEdited: boolean): View => ({
  lines: [line(isEdited ? "desk-handoff-sent-edited" : "desk-handoff-sent")],
  buttons: withdrawButtons(relay),
});

export const withdrawButtons = (relay: number): readonly (readonly DeskButton[])[] => [
  [{ label: line("desk-handoff-button-withdraw"), data: deskData("handoff", "withdraw", relay) }],
];

/** Under what was written: why it did not go. */
export function notPassedView(passed: Extract<Passed, { ok: false }>, isEdited: boolean): View {
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

const withdrawnLine = (withdrawn: Withdrawn) => line(`desk-handoff-withdrawn-${withdrawn}`);
