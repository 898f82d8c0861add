// The two questions about a filing: its policy number, or why the Ministry did not take it.
import { createConversation } from "@grammyjs/conversations";
import type { Composer, Context } from "grammy";
import type { FilingStep } from "../../../desk/filings.js";
import { leastLetters, readWords } from "../../../desk/words.js";
import { parsePolicyNumber } from "../../../domain/policy-number.js";
import { type Line, line } from "../../../words/line.js";
import { type DeskContext, type DeskDialogue, effectKey, visitorWho } from "./context.js";
import { backTo, filingView, limitView, refusalLine } from "./filing-views.js";
import { ask, hearAnswer, isSure, type ReadAnswer, say } from "./hear.js";

const questions = { number: "filing-number", reject: "filing-reject" } as const;
type Question = keyof typeof questions;

/** A reason fits into the message that the payer reads. */
const longestReason = 300;

type Answer = Extract<FilingStep, { readonly kind: "issue" | "reject" }>;

const readers: Readonly<Record<Question, ReadAnswer<Answer>>> = {
  number(text) {
    const read = parsePolicyNumber(text);
    if (!read.ok) return { instead: line("desk-filing-number-wrong") };
    return { answer: { kind: "issue", policyNumber: read.policyNumber } };
  },
  reject(text) {
    const reason = readWords(text, leastLetters);
    if (reason === undefined) return { instead: line("desk-filing-reason-empty") };
    if (reason.length > longestReason) return { instead: line("desk-filing-reason-long", { most: longestReason }) };
    return { answer: { kind: "reject", reason } };
  },
};

const asked = { number: line("desk-filing-ask-number"), reject: line("desk-filing-ask-reason") } as const;
const done = { number: line("desk-filing-issued"), reject: line("desk-filing-rejected") } as const;

/** Before the handlers that ask: a question must be known where it is begun. */
export function addFilingDialogues(bot: Composer<DeskContext>): void {
  for (const question of ["number", "reject"] as const)
    bot.use(
      createConversation<DeskContext, Context>(
        (dialogue: DeskDialogue, _ctx: Context, id: number) => hear(dialogue, question, id),
        questions[question],
      ),
    );
}

export async function beginFilingDialogue(ctx: DeskContext, question: Question, id: number): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(questions[question], id);
}

async function hear(dialogue: DeskDialogue, question: Question, id: number): Promise<void> {
  const put = await ask(dialogue, asked[question], backTo(id));
  for (;;) {
    const { answer, message } = await hearAnswer(dialogue, put, readers[question]);
    // What the payer reads, and what money follows, is no slip of the thumb.
    if (!(await isSure(dialogue, message, confirming(answer))))
      return say(dialogue, { lines: [line("desk-filing-left")], buttons: [backTo(id)] });
    if (await dialogue.external((ctx) => take(ctx, question, id, answer))) return;
  }
}

const confirming = (answer: Answer) =>
  answer.kind === "issue"
    ? {
        lines: [
          line("desk-filing-sure-number"),
          line("desk-filing-form-value", { value: { code: answer.policyNumber } }),
        ],
        sure: line("desk-filing-button-sure-number"),
        unsure: line("desk-filing-button-unsure"),
      }
    : {
        lines: [line("desk-filing-sure-reject"), line("desk-filing-told-reason", { reason: answer.reason })],
        sure: line("desk-filing-button-sure-reject"),
        unsure: line("desk-filing-button-unsure"),
      };

/** @returns whether the question is done with */
async function take(ctx: DeskContext, question: Question, id: number, answer: Answer): Promise<boolean> {
  const { visiting } = ctx;
  const by = visitorWho(ctx, "file");
  if (by === undefined) return true;
  const taken = await visiting.desk.filings?.take(id, answer, by, effectKey(visiting, question));
  if (taken === undefined) return true;
  if (taken === "limit") {
    visiting.say(limitView);
    return true;
  }
  if (!taken.ok && taken.reason === "number-used") {
    visiting.say({ lines: [refusalLine(taken.reason, taken.filing)], buttons: [backTo(id)] });
    return false;
  }
  const said = taken.ok ? endOf(question, taken.filing.state) : refusalLine(taken.reason, taken.filing);
  visiting.say(filingView(taken.filing, by, visiting.now, said));
  return true;
}

/** A number that came for a period that is taken issues nothing. */
const endOf = (question: Question, state: string): Line =>
  question === "number" && state !== "issued" ? line("desk-filing-taken") : done[question];
