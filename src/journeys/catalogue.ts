// The catalogue: which journey a command begins.
import { account } from "./account.js";
import { alreadyRenewed } from "./already-renewed.js";
import { answer } from "./answer.js";
import { deskConsent } from "./desk-consent.js";
import { help } from "./help.js";
import { helped } from "./helped.js";
import { cancelRequest, human } from "./human.js";
import { inquire } from "./inquire.js";
import type { Journey } from "./journey.js";
import { language } from "./language.js";
import type { Command } from "./message.js";
import { pay } from "./pay.js";
import { payQuick } from "./pay-quick.js";
import { privacy } from "./privacy.js";
import { quote } from "./quote.js";
import { register } from "./register.js";
import { remindLater } from "./remind-later.js";
import { reminders } from "./reminders.js";
import { renew } from "./renew.js";
import { start } from "./start.js";
import { notMine, stopReminding, workerLeft } from "./stop-reminding.js";
import { undo } from "./undo.js";
import { workers } from "./workers.js";

/** All commands but the two that belong to the turn: it alone knows what is under way. */
export const journeys: Readonly<Record<Exclude<Command, "cancel" | "resume">, Journey>> = {
  start,
  register,
  inquire,
  quote,
  renew,
  pay,
  "pay-quick": payQuick,
  workers,
  reminders,
  "already-renewed": alreadyRenewed,
  "remind-later": remindLater,
  "worker-left": workerLeft,
  "not-mine": notMine,
  "stop-reminding": stopReminding,
  undo,
  language,
  account,
  privacy,
  help,
  human,
  answer,
  "desk-consent": deskConsent,
  "cancel-request": cancelRequest,
  helped,
};
