// Correcting a phone on record: one of the staff writes the new one, another one confirms or refuses it.

import { createConversation } from "@grammyjs/conversations";
import type { Composer, Context } from "grammy";
import { isCivilId } from "../../../desk/words.js";
import { type Phone, parsePhone } from "../../../domain/phone.js";
import { line } from "../../../words/line.js";
import { type DeskContext, type DeskDialogue, effectKey, visitorWho } from "./context.js";
import { ask, hearAnswer, type ReadAnswer } from "./hear.js";
import { anId, oneOf, pressed } from "./pressed.js";

const correctPhoneDialogue = "correct-phone";

export function addPhoneCorrection(privately: Composer<DeskContext>): void {
  // Its own button begins it anew, and ends whatever else was asked.
  privately.callbackQuery(pressed("phone", "correct", anId), async (ctx, next) => {
    await ctx.conversation.exitAll();
    await next();
  });
  privately.use(createConversation(correct, correctPhoneDialogue));

  privately.callbackQuery(pressed("phone", oneOf(["correct", "confirm", "refuse"]), anId), async (ctx, next) => {
    const by = visitorWho(ctx, "correct-phone");
    if (by === undefined) return next();
    const { visiting } = ctx;
    const id = Number(ctx.match[2]);
    if (ctx.match[1] === "correct") await ctx.conversation.enter(correctPhoneDialogue, id);
    else {
      const { phones } = visiting.desk;
      const answer = ctx.match[1] === "confirm" ? phones.confirm : phones.refuse;
      visiting.show({ lines: [line(`desk-lookup-phone-${await answer(id, by, effectKey(visiting, "phone"))}`)] });
    }
  });
}

async function correct(dialogue: DeskDialogue, _ctx: Context, sponsor: number): Promise<void> {
  const question = await ask(dialogue, line("desk-lookup-phone-new"));
  const read: ReadAnswer<Phone> = (text) => {
    const parsed = parsePhone(text);
    return parsed.ok ? { answer: parsed.phone } : { instead: line("desk-lookup-phone-again") };
  };
  const { answer: phone } = await hearAnswer(dialogue, question, read, isCivilId);
  await dialogue.external(async (ctx) => {
    const by = visitorWho(ctx, "correct-phone");
    if (by === undefined) return;
    const { visiting } = ctx;
    const asked = await visiting.desk.phones.ask(sponsor, phone, by, effectKey(visiting, "phone"));
    visiting.say({ lines: [line(`desk-lookup-phone-${asked}`)] });
  });
}
