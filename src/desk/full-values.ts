// What is behind the mask, as it is shown for a minute: names, civil IDs and the phone of one household.

import type { CivilId } from "../domain/civil-id.js";
import { formatPhone, type Phone } from "../domain/phone.js";
import type { PersonName } from "../journeys/people-port.js";
import { line } from "../words/line.js";
import { shownMs } from "./consent.js";
import type { View } from "./view.js";

export type FullValues = {
  readonly sponsor: Person & { readonly phone: Phone };
  readonly workers: readonly Person[];
};

type Person = { readonly name: PersonName; readonly civilId: CivilId };

/** Of names of any length that an import takes, one message on every channel: what a channel divides is taken back by its last part alone. */
const workersInOne = 12;

/** A message for each few workers, so that each can be taken back by itself. */
export function fullViews({ sponsor, workers }: FullValues): readonly View[] {
  const shown = line("desk-consent-shown", { n: shownMs / 1000 });
  const first = [
    line("desk-consent-sponsor", { name: { name: sponsor.name } }),
    line("desk-consent-number", { number: { code: sponsor.civilId } }),
    line("desk-consent-phone", { phone: formatPhone(sponsor.phone) }),
  ];
  const parts = Math.max(1, Math.ceil(workers.length / workersInOne));
  return Array.from({ length: parts }, (_, at) => ({
    lines: [
      shown,
      ...(at === 0 ? first : []),
      ...workers
        .slice(at * workersInOne, (at + 1) * workersInOne)
        .flatMap(({ name, civilId }) => [
          line("desk-consent-worker", { name: { name } }),
          line("desk-consent-number", { number: { code: civilId } }),
        ]),
    ],
    isProtected: true,
  }));
}
