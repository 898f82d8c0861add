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

export function fullView({ sponsor, workers }: FullValues): View {
  return {
    lines: [
      line("desk-consent-shown", { n: shownMs / 1000 }),
      line("desk-consent-sponsor", { name: { name: sponsor.name } }),
      line("desk-consent-number", { number: { code: sponsor.civilId } }),
      line("desk-consent-phone", { phone: formatPhone(sponsor.phone) }),
      ...workers.flatMap(({ name, civilId }) => [
        line("desk-consent-worker", { name: { name } }),
        line("desk-consent-number", { number: { code: civilId } }),
      ]),
    ],
    isProtected: true,
  };
}
