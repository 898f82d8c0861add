// Keeps a page that asks for itself, or is reloaded in anger, from asking the gateway about one try again and again.
import type { Clock } from "../journeys/clock.js";
import type { Confirm } from "./confirm.js";

/** Shorter than the first pause of the return page, so that each of its own looks asks. */
export const sparingMs = 1500;

/** Asks unless this process asked about the same try a moment ago; then whoever comes gets that answer, or waits for it. */
export function askSparingly(confirm: Confirm, clock: Clock): Confirm {
  const lately = new Map<string, { readonly askedMs: number; readonly answer: ReturnType<Confirm> }>();
  return (reference) => {
    const nowMs = clock.now().getTime();
    // In the order of asking: what is old stands in front.
    for (const [each, { askedMs }] of lately) {
      if (Math.abs(nowMs - askedMs) < sparingMs) break;
      lately.delete(each);
    }
    const known = lately.get(reference);
    if (known !== undefined) return known.answer;
    const answer = confirm(reference);
    lately.set(reference, { askedMs: nowMs, answer });
    // A fault of ours is no answer: the next one asks.
    answer.catch(() => lately.delete(reference));
    return answer;
  };
}
