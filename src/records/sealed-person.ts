// Who a row is about, as it is sealed: a civil ID, and a name in both scripts.
import type { CivilId } from "../domain/civil-id.js";
import type { PersonName } from "../journeys/people-port.js";
import type { SealedColumn, Vault } from "./vault.js";

type NameColumn = Extract<SealedColumn, `${string}.name_sealed`>;
type CivilIdColumn = Extract<SealedColumn, `${string}.civil_id_sealed`>;

export function sealName(vault: Vault, name: PersonName, column: NameColumn): Buffer {
  return vault.seal.seal(JSON.stringify({ ar: name.ar, en: name.en }), column);
}

export function openName(vault: Vault, sealed: Uint8Array, column: NameColumn): PersonName {
  return JSON.parse(vault.seal.open(sealed, column)) as PersonName;
}

/** The two columns that every row about a person has. */
export function identify(
  vault: Vault,
  civilId: CivilId,
  column: CivilIdColumn,
): { readonly civil_id_index: Buffer; readonly civil_id_sealed: Buffer } {
  return { civil_id_index: vault.civilIdIndex(civilId), civil_id_sealed: vault.seal.seal(civilId, column) };
}

export function openCivilId(vault: Vault, sealed: Uint8Array, column: CivilIdColumn): CivilId {
  return vault.seal.open(sealed, column) as CivilId;
}
