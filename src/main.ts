#!/usr/bin/env node
// The command line: reads the configuration, and begins what it names.
import { Command, Option } from "commander";

import { importFile } from "./commands/import.js";
import { invite } from "./commands/invite.js";
import { migrateOnly } from "./commands/migrate.js";
import { runDoctor } from "./commands/run-doctor.js";
import { serve } from "./commands/serve.js";
import { type StaffRole, staffRoles } from "./domain/access.js";

const program = new Command("tajdeed").description(
  "Keeps the health insurance of Kuwait's domestic workers from lapsing: a chat bot in Arabic and English.",
);

program
  .command("serve", { isDefault: true })
  .description("run the service; the demo when nothing is set")
  .option("--demo", "run the demo", false)
  .action(({ demo }: { demo: boolean }) => serve({ demo }));

program
  .command("migrate")
  .description("apply pending migrations and end")
  .action(() => migrateOnly());

program
  .command("doctor")
  .description("check every setting and connection, one line each")
  .action(() => runDoctor());

program
  .command("import")
  .description("take sponsors, workers and covers from a CSV file")
  .argument("<file>", "UTF-8, with the header row")
  .option("--dry-run", "only tell what would be rejected", false)
  .action((file: string, { dryRun }: { dryRun: boolean }) => importFile(file, { dryRun }));

program
  .command("invite")
  .description("print a one-time link that seats one of the hotline's staff")
  .addOption(new Option("--role <role>", "what they will be").choices(staffRoles).makeOptionMandatory())
  .action(({ role }: { role: StaffRole }) => invite(role));

for (const later of ["export", "reconcile"]) {
  program
    .command(later)
    .description("not in this version")
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => program.error(`${later}: not in this version`, { exitCode: 1 }));
}

await program.parseAsync();
