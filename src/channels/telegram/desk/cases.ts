// Cases from a card: one is opened with a note for colleagues, and an open one is closed with what was done.
import { createConversation } from "@grammyjs/conversations";
import type { Composer, Context } from "grammy";
import { type CaseEnd, caseEnds, longestNote, readNote } from "../../../desk/cases.js";
import { line } from "../../../words/line.js";
import { type DeskContext, type DeskDialogue, effectKey, visitorWho } from "./context.js";

export const caseNoteDialogue = "case-note";

const acts = ["open", ...caseEnds] as const;
type Act = (typeof acts)[number];
const pressed = new RegExp(`^desk:case:(${acts.join("|")}):(\\d{1,15})$`, "u");

const about = { open: "opened", closed: "closed", refunded: "refunded" } as const satisfies Record<
  Act,
  "opened" | CaseEnd
>;

export function addCases(privately: Composer<DeskContext>): void {
  // Its own buttons begin it anew.
  privately.callbackQuery(pressed, async (ctx, next) => {
    await ctx.conversation.exit(caseNoteDialogue);
    await next();
  });
  privately.use(createConversation(writeNote, caseNoteDialogue));
  privately.callbackQuery(pressed, async (ctx, next) => {
    const act = acts.find((each) => each === ctx.match[1]);
    if (act === undefined || visitorWho(ctx, "open-case") === undefined) return next();
    await ctx.conversation.enter(caseNoteDialogue, act, Number(ctx.match[2]));
  });
}

/** @param id of the sponsor about whom a case is opened, or of the case that is closed */
async function writeNote(dialogue: DeskDialogue, _ctx: Context, act: Act, id: number): Promise<void> {
  await dialogue.external(({ visiting }) =>
    visiting.say({ lines: [line(`desk-case-ask-${about[act]}`, { most: longestNote })] }),
  );
  for (;;) {
    const { message } = await dialogue.waitFor("message:text", { next: true });
    if (await dialogue.external((ctx) => hear(ctx, act, id, message.text))) return;
  }
}

/** @returns whether the question is done with */
async function hear(ctx: DeskContext, act: Act, id: number, text: string): Promise<boolean> {
  const { visiting } = ctx;
  const by = visitorWho(ctx, "open-case");
  if (by === undefined) return true;
  const read = readNote(text, about[act]);
  if (!read.ok) {
    visiting.say({ lines: [line(`desk-case-note-${read.reason}`, { most: longestNote })] });
    return false;
  }
  const { cases } = visiting.desk;
  const key = effectKey(visiting, "case");
  const done =
    act === "open" ? await cases.open(id, read.note, by, key) : await cases.close(id, act, read.note, by, key);
  visiting.say({ lines: [line(`desk-case-${done}`)] });
  return true;
}
