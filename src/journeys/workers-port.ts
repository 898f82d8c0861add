// What journeys need of the records about workers and their covers. Bound to one chat and one turn.
import type { CivilId } from "../domain/civil-id.js";
import type { KnownCover, WaitingCover } from "../domain/cover.js";
import type { IsoDate } from "../domain/iso-date.js";
import type { PersonName } from "./people-port.js";

export type Worker = {
  /** Opaque, stable, at most 20 characters of [0-9A-Za-z-]: fit for a button and for the answer log. */
  readonly id: string;
  /** `record`: imported, can be paid for. `told`: only tracked, because a sponsor said so. */
  readonly source: "record" | "told";
  readonly civilId: CivilId;
  readonly name: PersonName;
  readonly article: number;
  readonly inKuwait: boolean;
  readonly covers: readonly KnownCover[];
  readonly waiting: readonly WaitingCover[];
};

/** A sponsor's workers on record, and what the fee rules ask about the sponsor. */
export type Household = { readonly kuwaiti: boolean; readonly workers: readonly Worker[] };

export type Told = { readonly civilId: CivilId; readonly name: string; readonly coverUntil: IsoDate | undefined };

export type Workers = {
  /** On record and the holder's own (none unless proved). */
  household(): Promise<Household>;
  /** Tracked only; what a sponsor told never blocks, proves or opens anything. */
  tracked(): Promise<readonly Worker[]>;
  /**
   * The holder's own worker with this civil ID. `undefined` is the one refusal: unknown, not yours and locked are told apart by nobody
   * (same statements, same order), and each counts against the chat and against the civil ID.
   */
  own(civilId: CivilId): Promise<Worker | undefined>;
  /** Both civil IDs belong together on record → the worker, and the household that its place is counted in. Else the one refusal. */
  pair(
    sponsor: CivilId,
    worker: CivilId,
  ): Promise<{ readonly worker: Worker; readonly household: Household } | undefined>;
  track(key: string, told: Told): Promise<{ readonly id: string }>;
  untrack(key: string, id: string): Promise<void>;
};
