// A worker who is only thought of, for a quote: which one it would be, where, for how long, and whose.
import type { QuoteRequest } from "../domain/quote.js";
import { line } from "../words/line.js";
import type { Ask } from "./journey.js";
import type { Question } from "./question.js";
import { type Option, oneOf } from "./questions/one-of.js";
import { readNumber } from "./questions/read-number.js";
import { yearsFor } from "./years.js";

/** Domestic workers; the fee schedules that come with the program know no other article. */
const article = 20;
/** Places with a button of their own; up to `lastPlace` by typing. */
const buttons = 9;
const lastPlace = 99;

/** @param kuwaiti as on record, and then not asked */
export async function askThoughtOf(
  ask: Ask,
  kuwaiti: boolean | undefined,
): Promise<{ readonly sponsor: QuoteRequest["sponsor"]; readonly of: QuoteRequest["lines"][number] }> {
  const nth = await ask("nth", placeAsked());
  const inKuwait = await ask("in-kuwait", inKuwaitAsked());
  const years = await yearsFor(ask, { inKuwait });
  const sponsor = { kuwaiti: kuwaiti ?? (await ask("kuwaiti", kuwaitiAsked())) };
  return { sponsor, of: { worker: "thought-of", article, nth, inKuwait, years } };
}

function placeAsked(): Question<number> {
  const places = Array.from({ length: lastPlace }, (_, index): Option<number> => {
    const place = index + 1;
    const label = line("button-place", { place: String(place) });
    return { value: String(place), label, means: place, said: line("said-place", { place }) };
  });
  return oneOf({
    prompt: [line("quote-nth")],
    help: line("quote-nth-help"),
    name: line("quote-nth-name"),
    options: places.slice(0, buttons),
    typedOnly: places.slice(buttons),
    perRow: 3,
    readText(text) {
      const said = readNumber(text);
      return said?.isAll === true && said.n >= 1 ? { kind: "answer", stored: String(said.n) } : { kind: "unread" };
    },
  });
}

function inKuwaitAsked(): Question<boolean> {
  return oneOf({
    prompt: [line("quote-in-kuwait")],
    help: line("quote-in-kuwait-help"),
    name: line("quote-in-kuwait-name"),
    options: [
      { value: "inside", label: line("button-in-kuwait"), means: true },
      { value: "outside", label: line("button-outside"), means: false },
    ],
  });
}

function kuwaitiAsked(): Question<boolean> {
  return oneOf({
    prompt: [line("quote-kuwaiti")],
    help: line("quote-kuwaiti-help"),
    name: line("quote-kuwaiti-name"),
    options: [
      { value: "kuwaiti", label: line("button-kuwaiti"), means: true },
      { value: "other", label: line("button-not-kuwaiti"), means: false },
    ],
  });
}
