// What is done from a card while its person is on the phone: the link again, no more reminders, a quote to be read out.
import type { Composer } from "grammy";
import { quoteAloud } from "../../../desk/quote-aloud.js";
import type { DeskAction } from "../../../domain/access.js";
import { kuwaitDate } from "../../../domain/iso-date.js";
import { languages, line } from "../../../words/line.js";
import { type DeskContext, effectKey, visitorWho } from "./context.js";

const allowed = { link: "resend-link", stop: "stop-reminders", quote: "look-up" } as const satisfies Record<
  string,
  DeskAction
>;

export function addActions(privately: Composer<DeskContext>): void {
  privately.callbackQuery(/^desk:act:(link|stop|quote):(\d{1,15})$/u, async (ctx, next) => {
    const { visiting } = ctx;
    const { actions, service } = visiting.desk;
    const what = (["link", "stop", "quote"] as const).find((each) => each === ctx.match[1]);
    const by = what && visitorWho(ctx, allowed[what]);
    if (what === undefined || by === undefined) return next();
    const [sponsor, key] = [Number(ctx.match[2]), effectKey(visiting, what)];
    if (what === "link") {
      visiting.say({ lines: [line(`desk-lookup-sent-${await actions.sendAgain(sponsor, by, key)}`)] });
      return;
    }
    if (what === "stop") {
      visiting.say({ lines: [line(`desk-lookup-sent-${await actions.stopReminders(sponsor, by, key)}`)] });
      return;
    }
    const household = await actions.household(sponsor, by, key);
    if (household === "unseen") visiting.say({ lines: [line("desk-lookup-sent-unseen")] });
    // In the caller's language, whichever it is.
    else
      for (const language of languages)
        visiting.say(quoteAloud(household, { service, today: kuwaitDate(visiting.now) }, language));
  });
}
