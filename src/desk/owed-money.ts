// What supervisors are told of money that is owed back, and how somebody finds whose it is.
import type { IsoDate } from "../domain/iso-date.js";
import { type Line, line } from "../words/line.js";
import type { View } from "./view.js";

/** A payment of which something is owed back; `found` finds its household: its number, or its receipt's. */
export type Owed = { readonly found: string; readonly since: IsoDate };

/** Of more the first are dealt with before anybody looks for the others. */
export const mostOwedShown = 15;

/** @param owed the longest owed first; `total` of them there are */
export function owedMoneyView(owed: readonly Owed[], total: number): View {
  const more = total - owed.length;
  return {
    lines: [
      line("desk-owed-title", { n: total }),
      ...owed.map(owedLine),
      ...(more > 0 ? [line("desk-owed-more", { n: more })] : []),
      line("desk-owed-how"),
    ],
  };
}

const owedLine = ({ found, since }: Owed): Line =>
  line("desk-owed-one", { found: { code: found }, since: { date: since } });
