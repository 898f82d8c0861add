// How anybody looks to the staff as long as they did not consent: initials and the last four digits, never more.
import type { Masked } from "../../desk/lookup.js";
import { maskCivilId } from "../../domain/civil-id.js";
import { initials } from "../../domain/person-name.js";
import { openCivilId, openName } from "../sealed-person.js";
import type { Vault } from "../vault.js";

type Sealed = { readonly civil_id_sealed: Buffer; readonly name_sealed: Buffer };

export function maskRow(vault: Vault, of: "sponsors" | "workers", row: Sealed): Masked {
  const { ar, en } = openName(vault, row.name_sealed, `${of}.name_sealed`);
  return {
    name: { ar: ar && initials(ar), en: en && initials(en) },
    lastFour: maskCivilId(openCivilId(vault, row.civil_id_sealed, `${of}.civil_id_sealed`)),
  };
}
