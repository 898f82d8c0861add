// What is paid for, line by line: on a receipt by name, where the payer has an account; on a pay page never, for links are passed on.
import { yearsOf } from "../domain/cover.js";
import type { Fils } from "../domain/kwd.js";
import type { PaidLine } from "../journeys/payments-port.js";
import { type Language, type Line, line, type Value } from "../words/line.js";
import { type Html, html } from "./html.js";
import { type Site, sayIn } from "./site.js";

function workerName({ name, initials }: PaidLine["worker"]): Value {
  return name?.ar || name?.en ? { name } : initials;
}

function periodOf(period: Pick<PaidLine, "from" | "until">): Line {
  const years = line("count-years", { n: yearsOf(period) });
  return line("page-period", { years, from: { date: period.from }, until: { date: period.until } });
}

/** The line as anybody with the link may see it: initials and last four digits. */
export function unnamed<L extends PaidLine>(line: L): L {
  const { initials, lastFour } = line.worker;
  return { ...line, worker: { initials, lastFour } };
}

/** @param more what else is said of a line, below its period */
export function bill<L extends PaidLine>(
  site: Site,
  language: Language,
  { lines, totalFils }: { readonly lines: readonly L[]; readonly totalFils: Fils },
  more: (line: L) => Html | undefined = () => undefined,
): Html {
  const say = sayIn(site, language);
  const amount = (fils: Fils) => html`<bdi class="amount">${say(line("page-amount", { fils: { kwd: fils } }))}</bdi>`;
  const rows = lines.map(
    (each) => html`<tr>
<th scope="row">
<span class="worker"><bdi>${say(line("page-worker-name", { name: workerName(each.worker) }))}</bdi></span>
<span class="last-four">${say(line("page-worker-civil-id", { lastFour: { code: each.worker.lastFour } }))}</span>
</th>
<td>${amount(each.fils)}</td>
</tr>
<tr class="more"><td colspan="2"><span class="detail">${say(periodOf(each))}</span>${more(each)}</td></tr>`,
  );
  return html`<table class="bill">
<caption>${say(line("page-lines"))}</caption>
<thead><tr><th scope="col">${say(line("page-worker"))}</th><th scope="col">${say(line("page-fee"))}</th></tr></thead>
<tbody>
${rows}
</tbody>
<tfoot><tr><th scope="row">${say(line("page-total"))}</th><td>${amount(totalFils)}</td></tr></tfoot>
</table>`;
}
