// What is done from a card while its person is on the phone: the link again, no more reminders, a quote to be read out.

import type { Composer } from "grammy";
import { quoteAloud, yearsView } from "../../../desk/quote-aloud.js";
import { stopView } from "../../../desk/stop-view.js";
import { kuwaitDate } from "../../../domain/iso-date.js";
import { terms } from "../../../domain/period-rules.js";
import { languages, line } from "../../../words/line.js";
import { type DeskContext, effectKey, visitorWho } from "./context.js";
import { anId, anIdOr, oneOf, pressed } from "./pressed.js";

export function addActions(privately: Composer<DeskContext>): void {
  privately.callbackQuery(pressed("act", "link", anId), async (ctx, next) => {
    const by = visitorWho(ctx, "resend-link");
    if (by === undefined) return next();
    const { visiting } = ctx;
    const sent = await visiting.desk.actions.sendAgain(Number(ctx.match[1]), by, effectKey(visiting, "link"));
    visiting.say({ lines: [line(`desk-lookup-sent-${sent}`)] });
  });
  addStopping(privately);
  addQuoting(privately);
}

/** For whom first, since one press on a card must not stop them all. */
function addStopping(privately: Composer<DeskContext>): void {
  privately.callbackQuery(pressed("act", "stop", anId), async (ctx, next) => {
    const by = visitorWho(ctx, "stop-reminders");
    if (by === undefined) return next();
    const { visiting } = ctx;
    const sponsor = Number(ctx.match[1]);
    const workers = await visiting.desk.actions.workersToStop(sponsor, by, effectKey(visiting, "stop"));
    visiting.say(
      typeof workers === "string" ? { lines: [line(`desk-lookup-sent-${workers}`)] } : stopView(sponsor, workers),
    );
  });

  privately.callbackQuery(pressed("stop", anId, anIdOr("all")), async (ctx, next) => {
    const by = visitorWho(ctx, "stop-reminders");
    if (by === undefined) return next();
    const { visiting } = ctx;
    const whom = ctx.match[2] === "all" ? "all" : Number(ctx.match[2]);
    const key = effectKey(visiting, "stop");
    const stopped = await visiting.desk.actions.stopReminders(Number(ctx.match[1]), whom, by, key);
    visiting.say({ lines: [line(`desk-lookup-sent-${stopped}`)] });
  });
}

function addQuoting(privately: Composer<DeskContext>): void {
  privately.callbackQuery(pressed("act", "quote", anId), async (ctx, next) => {
    if (visitorWho(ctx, "look-up") === undefined) return next();
    ctx.visiting.say(yearsView(Number(ctx.match[1])));
  });

  privately.callbackQuery(pressed("quote", anId, oneOf(terms.map(String))), async (ctx, next) => {
    const by = visitorWho(ctx, "look-up");
    const years = terms.find((each) => String(each) === ctx.match[2]);
    if (by === undefined || years === undefined) return next();
    const { visiting } = ctx;
    const { actions, service } = visiting.desk;
    const household = await actions.household(Number(ctx.match[1]), by, effectKey(visiting, "quote"));
    if (household === "unseen") return visiting.say({ lines: [line("desk-lookup-sent-unseen")] });
    // In the caller's language, whichever it is.
    for (const language of languages)
      visiting.say(quoteAloud(household, { service, years, today: kuwaitDate(visiting.now) }, language));
  });
}
