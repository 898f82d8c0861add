// What a journey may know and do: today, the service's settings, whose chat this is, and the ports to people, workers, payments, reminders and the desk.

import type { DeskHours } from "../domain/desk-hours.js";
import type { FeeSchedule } from "../domain/fee-schedule.js";
import type { IsoDate } from "../domain/iso-date.js";
import type { ReminderRules } from "../domain/reminder.js";
import type { Language } from "../words/line.js";
import type { Accesses } from "./access-port.js";
import type { DeskPort } from "./desk-port.js";
import type { Payments } from "./payments-port.js";
import type { Account, People } from "./people-port.js";
import type { Reminders } from "./reminders-port.js";
import type { Workers } from "./workers-port.js";

/** What the operator has set, as far as people are told of it. */
export type Service = {
  readonly operator: { readonly ar: string; readonly en: string };
  readonly isMinistry: boolean;
  readonly hotline: string;
  readonly fees: FeeSchedule;
  readonly terms: {
    readonly version: string;
    readonly text: { readonly ar: string; readonly en: string };
    /** Our page with this version, in both languages. */
    readonly link: string;
  };
  /** Our page on how data is kept, in both languages. */
  readonly privacyLink: string;
  /** `own`: these records are the registry, a payment issues at once. `manual`: the desk files it with the Ministry. */
  readonly filing: "own" | "manual";
  /** One-time codes by SMS can be sent. */
  readonly codesOffered: boolean;
  /** On which days before the end of cover, and in which hours, anybody is reminded. */
  readonly reminders: ReminderRules;
  /** When the operator's people answer, and on which days nobody works. */
  readonly deskHours: DeskHours;
  /** Money is not real: every message about paying says TEST. */
  readonly isTest: boolean;
};

export type World = {
  readonly now: Date;
  readonly today: IsoDate;
  readonly language: Language;
  /** This run's own id: effects are done once under it, however often the run is repeated. At most 22 characters. */
  readonly draft: string;
  /** What the command carried, e.g. a worker's id. */
  readonly argument: string | undefined;
  readonly service: Service;
  readonly account: Account | undefined;
  readonly people: People;
  readonly workers: Workers;
  readonly payments: Payments;
  readonly reminders: Reminders;
  readonly accesses: Accesses;
  readonly desk: DeskPort;
};
