// Buttons that move a chat between the bot and the staff: taken, handed over, put back, closed with a reason; and ready answers.

import type { Composer } from "grammy";
import type { HandoffMove, Moved } from "../../../desk/handoff.js";
import { backButtons, closeButtons, standingView } from "../../../desk/handoff-view.js";
import { readyAnswerLabel, readyAnswerLine, readyAnswers } from "../../../desk/ready-answers.js";
import type { Staff } from "../../../desk/staff.js";
import { deskData, type View } from "../../../desk/view.js";
import { closeReasons } from "../../../domain/handoff.js";
import { line } from "../../../words/line.js";
import { placeOf } from "../content.js";
import { type DeskContext, effectKey, visitorWho } from "./context.js";
import { anId, oneOf, pressed } from "./pressed.js";
import { notPassedView, withdrawButtons } from "./relays.js";

const moves = pressed("handoff", oneOf(["claimed", "put-back"]), anId);
const closed = pressed("handoff", "closed", anId, oneOf(closeReasons));
const given = pressed("handoff", "to", anId, anId);
const choices = pressed("handoff", oneOf(["close", "give", "ready"]), anId);
const back = pressed("handoff", "back", anId);
const answered = pressed("handoff", "answer", anId, oneOf(readyAnswers));

export function addHandoffs(bot: Composer<DeskContext>): void {
  bot.callbackQuery(moves, (ctx, next) => {
    const [, event, id] = ctx.match;
    return moving(ctx, next, Number(id), { event: event === "claimed" ? "claimed" : "put-back" });
  });

  bot.callbackQuery(closed, (ctx, next) => {
    const [, id, word] = ctx.match;
    const reason = closeReasons.find((each) => each === word);
    return reason === undefined ? next() : moving(ctx, next, Number(id), { event: "closed", reason });
  });

  bot.callbackQuery(given, (ctx, next) => {
    const [, id, to] = ctx.match;
    return moving(ctx, next, Number(id), { event: "handed-over", to: Number(to) });
  });

  bot.callbackQuery(choices, async (ctx, next) => {
    const by = visitorWho(ctx, "take-over");
    if (by === undefined) return next();
    const [, what, id] = ctx.match;
    ctx.visiting.say(await choice(ctx, by, what ?? "", Number(id)));
  });

  bot.callbackQuery(back, async (ctx, next) => {
    if (visitorWho(ctx, "take-over") === undefined) return next();
    const { visiting } = ctx;
    const handoff = (await visiting.desk.handoffs.list()).find(({ id }) => id === Number(ctx.match[1]));
    visiting.show(handoff === undefined ? { lines: [line("desk-handoff-refused-gone")] } : standingView(handoff));
  });

  bot.callbackQuery(answered, async (ctx, next) => {
    const by = visitorWho(ctx, "take-over");
    const [, id, word] = ctx.match;
    const answer = readyAnswers.find((each) => each === word);
    if (by === undefined || answer === undefined) return next();
    const { visiting } = ctx;
    const { handoffs } = visiting.desk;
    const handoff = (await handoffs.list()).find((each) => each.id === Number(id));
    if (handoff === undefined) return visiting.show({ lines: [line("desk-handoff-refused-gone")] });
    const text = handoffs.readyText(answer, handoff.language);
    // Pressed twice before it is gone, the button counts once. No message of the agent's own stands behind it: it has the press's.
    const press = `press-${visiting.fence.chat}-${ctx.callbackQuery.message?.message_id ?? visiting.update}-${answer}`;
    const content = { message: press, text, isEdited: false };
    const passed = await handoffs.toPerson(handoff.id, content, by, `desk:${press}:${handoff.id}:${by.id}`);
    if (!passed.ok) return visiting.show(notPassedView(passed, false));
    // Nobody of the team wrote it here: colleagues read what was said, in their own language.
    const said = line(`desk-handoff-answer-said-${handoff.language}`, { text: readyAnswerLine(answer) });
    visiting.show({ lines: [said], buttons: withdrawButtons(passed.relay) });
  });

  // In the chat's own place the same can be written.
  for (const what of ["answers", "give", "close"] as const)
    bot.chatType(["group", "supergroup"]).command(what, async (ctx, next) => {
      const by = visitorWho(ctx, "take-over");
      const handoff = by && (await ctx.visiting.desk.handoffs.find(placeOf(ctx.message)));
      if (by === undefined || handoff === undefined) return next();
      ctx.visiting.say(await choice(ctx, by, what === "answers" ? "ready" : what, handoff.id));
    });
}

async function moving(ctx: DeskContext, next: () => Promise<void>, id: number, move: HandoffMove): Promise<void> {
  const by = visitorWho(ctx, "take-over");
  if (by === undefined) return next();
  const { visiting } = ctx;
  const { handoffs } = visiting.desk;
  // What it is told of in the group stands under its card.
  if (!(await handoffs.ensureCard(id))) return visiting.say({ lines: [line("desk-handoff-refused-no-card")] });
  const moved = await handoffs.move(id, move, by, effectKey(visiting, "handoff"));
  if (!moved.ok) visiting.say({ lines: [refusalLine(moved)] });
  else if (ctx.chat?.type === "private") visiting.say({ lines: [line("desk-handoff-moved", { number: id })] });
}

function refusalLine({ reason, owner }: Extract<Moved, { ok: false }>) {
  return reason === "owned"
    ? line("desk-handoff-refused-owned", { name: owner ?? "–" })
    : line(`desk-handoff-refused-${reason}`);
}

async function choice({ visiting }: DeskContext, by: Staff, what: string, id: number): Promise<View> {
  if (what === "close") return { lines: [line("desk-handoff-close-why")], buttons: closeButtons(id) };
  if (what === "ready")
    return {
      lines: [line("desk-handoff-answers")],
      buttons: [
        ...readyAnswers.map((answer) => [
          { label: readyAnswerLabel(answer), data: deskData("handoff", "answer", id, answer) },
        ]),
        backButtons(id),
      ],
    };
  const others = (await visiting.desk.staff.list()).filter((each) => each.state === "active" && each.id !== by.id);
  if (others.length === 0) return { lines: [line("desk-handoff-give-nobody")] };
  return {
    lines: [line("desk-handoff-give-to")],
    buttons: [
      ...others.map(({ id: to, name }) => [
        { label: line("desk-handoff-colleague", { name }), data: deskData("handoff", "to", id, to) },
      ]),
      backButtons(id),
    ],
  };
}
