// Full values: asked of the person, or taken with a written reason; both come as a message of their own, which goes again by itself.

import { createConversation } from "@grammyjs/conversations";
import type { Composer, Context } from "grammy";
import { type Asked, longestReason, type Shown, shortestReason } from "../../../desk/consent.js";
import { readWords } from "../../../desk/words.js";
import { type Line, line } from "../../../words/line.js";
import { type DeskContext, type DeskDialogue, effectKey, visitorWho } from "./context.js";
import { ask, hearAnswer } from "./hear.js";
import { anId, oneOf, pressed } from "./pressed.js";

const breakGlassDialogue = "break-glass";

const askedLines: Readonly<Record<Asked, Line>> = {
  asked: line("desk-consent-asked"),
  pending: line("desk-consent-pending"),
  declined: line("desk-consent-declined"),
  "no-chat": line("desk-consent-no-chat"),
  unseen: line("desk-consent-unseen"),
};
const shownLines: Readonly<Record<Shown, readonly Line[]>> = {
  shown: [line("desk-consent-coming")],
  "shown-untold": [line("desk-consent-coming"), line("desk-consent-nobody-told")],
  unheard: [line("desk-consent-unheard")],
  "not-allowed": [line("desk-consent-not-allowed")],
  unseen: [line("desk-consent-unseen")],
  limit: [line("desk-lookup-limit")],
};

export function addConsent(privately: Composer<DeskContext>): void {
  // Its own button begins it anew, and ends whatever else was asked.
  privately.callbackQuery(pressed("consent", "break", anId), async (ctx, next) => {
    await ctx.conversation.exitAll();
    await next();
  });
  privately.use(createConversation(breakGlass, breakGlassDialogue));
  privately.callbackQuery(pressed("consent", oneOf(["ask", "show", "break"]), anId), async (ctx, next) => {
    const [, what, id] = ctx.match;
    const by = visitorWho(ctx, what === "break" ? "break-glass" : "ask-consent");
    if (by === undefined) return next();
    const { visiting } = ctx;
    const { consents } = visiting.desk;
    const key = effectKey(visiting, "consent");
    const sponsor = Number(id);
    if (what === "ask") visiting.say({ lines: [askedLines[await consents.ask(sponsor, by, key)]] });
    else if (what === "show") visiting.say({ lines: shownLines[await consents.show(sponsor, by, key)] });
    else await ctx.conversation.enter(breakGlassDialogue, sponsor);
  });
}

async function breakGlass(dialogue: DeskDialogue, _ctx: Context, sponsor: number): Promise<void> {
  const question = await ask(dialogue, line("desk-consent-why", { n: shortestReason }));
  const { answer: reason } = await hearAnswer(dialogue, question, (text) => {
    const words = readWords(text, shortestReason);
    if (words === undefined) return { instead: line("desk-consent-why-longer", { n: shortestReason }) };
    return [...words].length > longestReason
      ? { instead: line("desk-case-note-long", { most: longestReason }) }
      : { answer: words };
  });
  await dialogue.external(async (ctx) => {
    const by = visitorWho(ctx, "break-glass");
    if (by === undefined) return;
    const { visiting } = ctx;
    const shown = await visiting.desk.consents.breakGlass(sponsor, reason, by, effectKey(visiting, "break-glass"));
    visiting.say({ lines: shownLines[shown] });
  });
}
