// The tables as Kysely sees them, each file by what its tables are about.
import type { DeskTables } from "./schema/desk.js";
import type { MessageTables } from "./schema/messages.js";
import type { PaymentTables } from "./schema/payments.js";
import type { PeopleTables } from "./schema/people.js";
import type { ProgramTables } from "./schema/program.js";
import type { ReminderTables } from "./schema/reminders.js";
import type { StaffTables } from "./schema/staff.js";

export type Schema = PeopleTables &
  PaymentTables &
  MessageTables &
  ReminderTables &
  StaffTables &
  DeskTables &
  ProgramTables;
