// The years to renew one worker for, with what they cost: buttons that stand where a cover is told, and lead straight to the summary.
import { type Fils, formatDinars } from "../domain/kwd.js";
import { termsAllowed } from "../domain/period-rules.js";
import { type Line, line } from "../words/line.js";
import type { Button } from "./message.js";
import { formatRenewalArgument } from "./renewal-argument.js";
import type { Worker } from "./workers-port.js";
import { yearsLabel } from "./years.js";

/** The likeliest first, alone: a year. @param perYear where it is known; labels then tell the amount */
export function yearButtons(worker: Worker, perYear: Fils | undefined): readonly (readonly Button[])[] {
  const buttons = termsAllowed(worker).map((years): Button => {
    const argument = formatRenewalArgument({ worker: worker.id, years });
    const label = years === 1 ? renewLabel(perYear) : yearsLabel(years, perYear);
    return { kind: "command", label, command: "renew", argument };
  });
  return [buttons.slice(0, 1), buttons.slice(1)].filter((row) => row.length > 0);
}

function renewLabel(perYear: Fils | undefined): Line {
  return perYear === undefined || perYear === 0
    ? line("button-renew-year-alone")
    : line("button-renew-year", { amount: formatDinars(perYear) });
}
