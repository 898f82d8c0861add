// "/filings": the queue of what was paid and is to be entered in the Ministry's system, and the buttons by which it is done.

import type { Composer } from "grammy";
import { formShownMs } from "../../../desk/filing-form.js";
import type { Filings } from "../../../desk/filings.js";
import type { Staff } from "../../../desk/staff.js";
import { line } from "../../../words/line.js";
import { onCommand } from "./commands.js";
import { type DeskContext, effectKey, visitorWho } from "./context.js";
import { addFilingDialogues, beginFilingDialogue } from "./filing-dialogues.js";
import { filingActs, filingView, limitView, queueView, refusalLine } from "./filing-views.js";
import { anId, oneOf, pressed } from "./pressed.js";

const acting = pressed("filing", oneOf(filingActs), anId);

export function addFilings(bot: Composer<DeskContext>): void {
  addFilingDialogues(bot);

  onCommand(bot, "filings", async ({ visiting }, by) => {
    const { filings } = visiting.desk;
    if (filings === undefined) return visiting.say({ lines: [line("desk-filing-own")] });
    visiting.say(queueView(await filings.queue(0, by, effectKey(visiting, "filings")), 0));
  });

  bot.callbackQuery(acting, async (ctx, next) => {
    const by = visitorWho(ctx, "file");
    const { filings } = ctx.visiting.desk;
    const act = filingActs.find((each) => each === ctx.match[1]);
    if (by === undefined || filings === undefined || act === undefined) return next();
    await ctx.conversation.exitAll();
    const of = Number(ctx.match[2]);
    const { visiting } = ctx;
    if (act !== "page") return actOn(ctx, { filings, by, act, id: of });
    visiting.show(queueView(await filings.queue(of, by, effectKey(visiting, "filings")), of));
  });
}

type Act = {
  readonly filings: Filings;
  readonly by: Staff;
  readonly act: Exclude<(typeof filingActs)[number], "page">;
  readonly id: number;
};

async function actOn(ctx: DeskContext, { filings, by, act, id }: Act): Promise<void> {
  const { visiting } = ctx;
  const key = effectKey(visiting, `filing-${act}`);
  if (act === "claim" || act === "file") {
    const taken = await filings.take(id, { kind: act }, by, key);
    if (taken === undefined) return;
    if (taken === "limit") return visiting.say(limitView);
    const said = taken.ok ? line(`desk-filing-done-${act}`) : refusalLine(taken.reason, taken.filing);
    visiting.show(filingView(taken.filing, by, visiting.now, said));
    return;
  }
  if (act === "form") return showForm(ctx, { filings, by, act, id }, key);
  const filing = await filings.see(id, by, key);
  if (filing === undefined) return;
  if (filing === "limit") return visiting.say(limitView);
  if (act === "see") return visiting.show(filingView(filing, by, visiting.now));
  // Whoever is not at it, or comes too late, is told so before they type.
  if (filing.state === "filed" && filing.claim?.staff === by.id) return beginFilingDialogue(ctx, act, id);
  const reason = filing.state !== "filed" ? "late" : filing.claim === undefined ? "unclaimed" : "claimed";
  visiting.show(filingView(filing, by, visiting.now, refusalLine(reason, filing)));
}

async function showForm({ visiting }: DeskContext, { filings, by, id }: Act, key: string): Promise<void> {
  const form = await filings.form(id, by, key);
  if (form === undefined) return;
  if (form === "shown") return visiting.say({ lines: [line("desk-filing-form-coming", { n: formShownMs / 60_000 })] });
  if (form === "limit") return visiting.say(limitView);
  const filing = await filings.see(id, by, key);
  if (filing === "limit") return visiting.say(limitView);
  if (filing !== undefined) visiting.show(filingView(filing, by, visiting.now, refusalLine(form, filing)));
}
