// The two questions about a filing: its policy number, or why the Ministry did not take it.
import { createConversation } from "@grammyjs/conversations";
import type { Composer, Context } from "grammy";
import type { FilingStep } from "../../../desk/filings.js";
import { parsePolicyNumber } from "../../../domain/policy-number.js";
import { type Line, line } from "../../../words/line.js";
import { type DeskContext, type DeskDialogue, effectKey, visitorWho } from "./context.js";
import { backTo, filingView, refusalLine } from "./filing-views.js";

const questions = { number: "filing-number", reject: "filing-reject" } as const;
type Question = keyof typeof questions;

/** A reason fits into the message that the payer reads. */
const longestReason = 300;

/** What is typed, as the step it asks for; or what is said instead, and the question stays. */
const readers: Readonly<Record<Question, (text: string) => FilingStep | Line>> = {
  number(text) {
    const read = parsePolicyNumber(text);
    return read.ok ? { kind: "issue", policyNumber: read.policyNumber } : line("desk-filing-number-wrong");
  },
  reject(text) {
    const reason = text.trim();
    if (reason.length > longestReason) return line("desk-filing-reason-long", { most: longestReason });
    return { kind: "reject", reason };
  },
};

const asked = { number: line("desk-filing-ask-number"), reject: line("desk-filing-ask-reason") } as const;
const done = { number: line("desk-filing-issued"), reject: line("desk-filing-rejected") } as const;

/** Before the handlers that ask: a question must be known where it is begun. */
export function addFilingDialogues(bot: Composer<DeskContext>): void {
  for (const question of ["number", "reject"] as const)
    bot.use(
      createConversation<DeskContext, Context>(
        (dialogue: DeskDialogue, _ctx: Context, id: number) => ask(dialogue, question, id),
        questions[question],
      ),
    );
}

export async function beginFilingDialogue(ctx: DeskContext, question: Question, id: number): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(questions[question], id);
}

async function ask(dialogue: DeskDialogue, question: Question, id: number): Promise<void> {
  await dialogue.external(({ visiting }) => visiting.say({ lines: [asked[question]], buttons: [backTo(id)] }));
  for (;;) {
    const { message } = await dialogue.waitFor("message:text", { next: true });
    if (await dialogue.external((ctx) => hear(ctx, question, id, message.text))) return;
  }
}

/** @returns whether the question is done with */
async function hear(ctx: DeskContext, question: Question, id: number, text: string): Promise<boolean> {
  const { visiting } = ctx;
  const by = visitorWho(ctx, "file");
  if (by === undefined) return true;
  const read = readers[question](text);
  if ("id" in read) {
    visiting.say({ lines: [read], buttons: [backTo(id)] });
    return false;
  }
  const taken = await visiting.desk.filings?.take(id, read, by, effectKey(visiting, question));
  if (taken === undefined) return true;
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
