// Cases from a card: one is opened with a note for colleagues, and an open one is closed with what was done.

import { createConversation } from "@grammyjs/conversations";
import type { Composer, Context } from "grammy";
import { historyView } from "../../../desk/case-history.js";
import { type CaseEnd, caseEnds, longestNote, readNote } from "../../../desk/cases.js";
import { line } from "../../../words/line.js";
import { type DeskContext, type DeskDialogue, effectKey, visitorWho } from "./context.js";
import { ask, hearAnswer, isSure, say } from "./hear.js";
import { anId, oneOf, pressed } from "./pressed.js";

const caseNoteDialogue = "case-note";

const acts = ["open", ...caseEnds] as const;
type Act = (typeof acts)[number];
const acting = pressed("case", oneOf(acts), anId);

const about = { open: "opened", closed: "closed", refunded: "refunded" } as const satisfies Record<
  Act,
  "opened" | CaseEnd
>;

const history = /^desk:case:history:(\d{1,15})$/u;

export function addCases(privately: Composer<DeskContext>): void {
  privately.callbackQuery(history, async (ctx, next) => {
    const by = visitorWho(ctx, "open-case");
    if (by === undefined) return next();
    const { visiting } = ctx;
    const read = await visiting.desk.cases.history(Number(ctx.match[1]), by, effectKey(visiting, "case-history"));
    visiting.say(read === "unseen" ? { lines: [line("desk-case-unseen")] } : historyView(read));
  });
  // Its own buttons begin it anew, and no other question takes its note for an answer.
  privately.callbackQuery(acting, async (ctx, next) => {
    await ctx.conversation.exitAll();
    await next();
  });
  privately.use(createConversation(noteCase, caseNoteDialogue));
  privately.callbackQuery(acting, async (ctx, next) => {
    const act = acts.find((each) => each === ctx.match[1]);
    if (act === undefined || visitorWho(ctx, "open-case") === undefined) return next();
    await ctx.conversation.enter(caseNoteDialogue, act, Number(ctx.match[2]));
  });
}

/** @param id of the sponsor about whom a case is opened, or of the case that is closed */
async function noteCase(dialogue: DeskDialogue, _ctx: Context, act: Act, id: number): Promise<void> {
  const question = await ask(dialogue, line(`desk-case-ask-${about[act]}`, { most: longestNote }));
  const { answer: note, message } = await hearAnswer(dialogue, question, (text) => {
    const read = readNote(text, about[act]);
    return read.ok ? { answer: read.note } : { instead: line(`desk-case-note-${read.reason}`, { most: longestNote }) };
  });
  // A word typed by mistake tells nobody that they have their money back.
  if (act === "refunded" && !(await isSure(dialogue, message, given)))
    return say(dialogue, { lines: [line("desk-case-left")] });
  await dialogue.external((ctx) => keep(ctx, act, id, note));
}

const given = {
  lines: [line("desk-case-sure")],
  sure: line("desk-case-button-sure"),
  unsure: line("desk-case-button-unsure"),
};

async function keep(ctx: DeskContext, act: Act, id: number, note: string): Promise<void> {
  const { visiting } = ctx;
  const by = visitorWho(ctx, "open-case");
  if (by === undefined) return;
  const { cases } = visiting.desk;
  const key = effectKey(visiting, "case");
  const done = act === "open" ? await cases.open(id, note, by, key) : await cases.close(id, act, note, by, key);
  visiting.say({ lines: [line(`desk-case-${done}`)] });
}
