// `tajdeed import FILE.csv`: takes people on record; what cannot be taken is written beside the file with its reason.
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openAsItStands } from "../compose/as-it-stands.js";
import { openStores } from "../compose/stores.js";
import type { Config } from "../config.js";
import { createFilingNotices } from "../desk/filing-notices.js";
import { kuwaitDate } from "../domain/iso-date.js";
import { type CsvFile, openCsv } from "../import/csv.js";
import { explainReason } from "../import/explain.js";
import { NotAnImport } from "../import/faults.js";
import { type Imported, importFile as takeFile } from "../import/import-file.js";
import { createRejectedFile, rejectedPath } from "../import/rejected-file.js";
import { createLog, type Log } from "../log.js";
import { createRender } from "../messages/render.js";
import { createTellIssued } from "../records/desk/tell-issued.js";
import { importRows } from "../records/import-people.js";
import { rehearseImport } from "../records/rehearse-import.js";
import type { Speak } from "../words/fluent.js";
import { loadWords } from "../words/load.js";
import { configured } from "./configured.js";
import type { Ending } from "./endings.js";
import { showProgress } from "./import-progress.js";
import { reportImport } from "./import-report.js";
import { isOperators } from "./operators-fault.js";

type Run = { readonly config: Config; readonly log: Log; readonly speak: Speak; readonly now: Date };

export async function importFile(
  path: string,
  { dryRun }: { readonly dryRun: boolean },
  ending: Ending,
): Promise<void> {
  const config = configured({ demo: false });
  const log = createLog({ level: config.logLevel });
  const { speak } = await loadWords(fileURLToPath(new URL("../../locales", import.meta.url)));
  // Cut off before its first batch it has taken nothing in.
  ending.finishFirst(async () => process.exit(1));
  const run: Run = { config, log, speak, now: new Date() };
  try {
    // Before anything is migrated: a file that is no import changes nothing.
    const file = await open(path, dryRun);
    try {
      const imported = await (dryRun ? rehearse(run, file) : take(run, file, ending));
      reportImport(imported, { file, explain: (reason) => explainReason(speak, reason), isRehearsal: dryRun });
      if (imported.ended?.cause !== undefined) log.error({ event: "import-failed", error: imported.ended.cause });
      process.exitCode = imported.exitCode;
    } finally {
      await file.close();
    }
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof NotAnImport) process.stderr.write(`${path}: ${error.message}\n`);
    else if (isOperators(error)) process.stderr.write(`${error.message}\n`);
    else log.error({ event: "import-failed", error });
  }
}

async function open(path: string, isRehearsal: boolean): Promise<CsvFile> {
  try {
    return await openCsv(path);
  } catch (error) {
    // An older file of rejected rows would stand there as if it were today's.
    if (!isRehearsal && error instanceof NotAnImport && !error.isMissing) await rm(rejectedPath(path), { force: true });
    throw error;
  }
}

async function take({ config, log, speak, now }: Run, file: CsvFile, ending: Ending): Promise<Imported> {
  const stores = await openStores(config, log);
  try {
    const { vault, replan } = stores;
    const { db } = stores.database;
    const { name, hotline } = config.operator;
    const tellIssued = createTellIssued({
      vault,
      clock: { now: () => now },
      render: createRender(speak, { isTest: config.gateway.kind === "sandbox" }),
      notices: createFilingNotices({ operator: name, hotline }),
    });
    const deps = { db, vault, now, replan, tellIssued };
    const explain = (reason: Parameters<typeof explainReason>[1]) => explainReason(speak, reason);
    let isStopped = false;
    // The batch that is on its way ends, and is counted; the process ends by itself after that.
    ending.finishFirst(() => {
      isStopped = true;
      return new Promise(() => undefined);
    });
    return await takeFile({
      file,
      today: kuwaitDate(now),
      take: (rows) => importRows(deps, rows),
      rejected: await createRejectedFile({ path: file.path, separator: file.separator, explain }),
      isStopped: () => isStopped,
      onProgress: showProgress(process.stderr),
    });
  } finally {
    await stores.close();
  }
}

async function rehearse({ config, log, now }: Run, file: CsvFile): Promise<Imported> {
  const { db, vault, close } = await openAsItStands(config, log);
  try {
    if (db === undefined)
      process.stderr.write(
        "this database is not migrated to this version: rows are compared with one another, not with what is on record\n",
      );
    return await takeFile({
      file,
      today: kuwaitDate(now),
      take: rehearseImport({ db, vault }),
      rejected: undefined,
      onProgress: showProgress(process.stderr),
    });
  } finally {
    await close();
  }
}
