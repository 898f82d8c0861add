// Correcting a phone on record: one of the staff writes the new one, another one confirms it.
import { createConversation } from "@grammyjs/conversations";
import type { Composer, Context } from "grammy";
import { parsePhone } from "../../../domain/phone.js";
import { line } from "../../../words/line.js";
import { type DeskContext, type DeskDialogue, effectKey, visitorWho } from "./context.js";

const correctPhoneDialogue = "correct-phone";

export function addPhoneCorrection(privately: Composer<DeskContext>): void {
  // Its own button begins it anew, and ends whatever else was asked.
  privately.callbackQuery(/^desk:phone:correct:/u, async (ctx, next) => {
    await ctx.conversation.exitAll();
    await next();
  });
  privately.use(createConversation(correct, correctPhoneDialogue));

  privately.callbackQuery(/^desk:phone:(correct|confirm):(\d{1,15})$/u, async (ctx, next) => {
    const by = visitorWho(ctx, "correct-phone");
    if (by === undefined) return next();
    const { visiting } = ctx;
    const id = Number(ctx.match[2]);
    if (ctx.match[1] === "correct") await ctx.conversation.enter(correctPhoneDialogue, id);
    else {
      const confirmed = await visiting.desk.phones.confirm(id, by, effectKey(visiting, "phone"));
      visiting.show({ lines: [line(`desk-lookup-phone-${confirmed}`)] });
    }
  });
}

async function correct(dialogue: DeskDialogue, _ctx: Context, sponsor: number): Promise<void> {
  await dialogue.external(({ visiting }) => visiting.say({ lines: [line("desk-lookup-phone-new")] }));
  for (;;) {
    const { message } = await dialogue.waitFor("message:text", { next: true });
    const parsed = parsePhone(message.text);
    if (!parsed.ok) {
      await dialogue.external(({ visiting }) => visiting.say({ lines: [line("desk-lookup-phone-again")] }));
      continue;
    }
    await dialogue.external(async (ctx) => {
      const by = visitorWho(ctx, "correct-phone");
      if (by === undefined) return;
      const { visiting } = ctx;
      const asked = await visiting.desk.phones.ask(sponsor, parsed.phone, by, effectKey(visiting, "phone"));
      visiting.say({ lines: [line(`desk-lookup-phone-${asked}`)] });
    });
    return;
  }
}
