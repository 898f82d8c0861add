// The command line: names the commands, and loads the one that runs.
import { Command, Option } from "commander";
import { endOnFaults, endOnSignals } from "./commands/endings.js";
import { type StaffRole, staffRoles } from "./domain/access.js";

const ending = endOnSignals(process);
endOnFaults(process);

const program = new Command("tajdeed").description(
  "Keeps the health insurance of Kuwait's domestic workers from lapsing: a chat bot in Arabic and English.",
);

program
  .command("serve", { isDefault: true })
  .description("run the service; the demo when nothing is set")
  .option("--demo", "run the demo", false)
  .action(async ({ demo }: { demo: boolean }) => (await import("./commands/serve.js")).serve({ demo }, ending));

program
  .command("migrate")
  .description("apply pending migrations and end")
  .action(async () => (await import("./commands/migrate.js")).migrateOnly());

program
  .command("doctor")
  .description("check every setting and connection, one line each")
  .action(async () => (await import("./commands/run-doctor.js")).runDoctor());

program
  .command("import")
  .description("take sponsors, workers and covers from a CSV file")
  .argument("<file>", "with the header row; UTF-8 or UTF-16; commas, semicolons or tabs")
  .option("--dry-run", "only tell what it would do; writes nothing", false)
  .action(async (file: string, { dryRun }: { dryRun: boolean }) =>
    (await import("./commands/import.js")).importFile(file, { dryRun }, ending),
  );

program
  .command("invite")
  .description("print a one-time link that seats one of the hotline's staff")
  .addOption(new Option("--role <role>", "what they will be").choices(staffRoles).makeOptionMandatory())
  .action(async ({ role }: { role: StaffRole }) => (await import("./commands/invite.js")).invite(role));

for (const later of ["export", "reconcile"]) {
  program
    .command(later)
    .description("not in this version")
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => program.error(`${later}: not in this version`, { exitCode: 1 }));
}

await program.parseAsync();
