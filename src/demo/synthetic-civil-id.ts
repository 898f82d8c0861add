// Civil IDs that pass every check and belong to nobody on purpose: serials from a stretch kept for the demo.
import { type CivilId, checkDigit } from "../domain/civil-id.js";
import type { IsoDate } from "../domain/iso-date.js";

const FIRST_SERIAL = 9000;

/** A different number for each `nth` up to 299, the same one every time. */
export function syntheticCivilId(born: IsoDate, nth: number): CivilId {
  const start = `${born < "2000" ? "2" : "3"}${born.slice(2, 4)}${born.slice(5, 7)}${born.slice(8, 10)}`;
  for (let serial = FIRST_SERIAL + nth; ; serial += 300) {
    const eleven = `${start}${serial}`;
    const last = checkDigit(eleven);
    // A last digit of 0 is the one case that public sources dispute: sample people should not raise doubts.
    if (last !== undefined && last !== 0) return `${eleven}${last}` as CivilId;
  }
}
