// `tajdeed import FILE.csv`: takes people on record; what cannot be taken is written beside the file with its reason.
import { fileURLToPath } from "node:url";
import { openStores } from "../compose/stores.js";
import { createFilingNotices } from "../desk/filing-notices.js";
import { kuwaitDate } from "../domain/iso-date.js";
import { NotAnImport } from "../import/csv.js";
import { explainReason } from "../import/explain.js";
import { importFile as takeFile } from "../import/import-file.js";
import { createLog } from "../log.js";
import { createRender } from "../messages/render.js";
import { createTellIssued } from "../records/desk/tell-issued.js";
import { importRows } from "../records/import-people.js";
import { rehearseImport } from "../records/rehearse-import.js";
import { loadWords } from "../words/load.js";
import { configured } from "./configured.js";
import { isOperators } from "./operators-fault.js";

export async function importFile(path: string, { dryRun }: { readonly dryRun: boolean }): Promise<void> {
  const config = configured({ demo: false });
  const log = createLog({ level: config.logLevel });
  const { speak } = await loadWords(fileURLToPath(new URL("../../locales", import.meta.url)));
  const now = new Date();
  try {
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
      const imported = await takeFile({
        path,
        today: kuwaitDate(now),
        explain: (reason) => explainReason(speak, reason),
        take: dryRun ? rehearseImport(deps) : (rows) => importRows(deps, rows),
      });
      const beside = imported.rejectedFile === undefined ? "" : `, in ${imported.rejectedFile}`;
      process.stdout.write(`${imported.taken} rows in, ${imported.rejected} rejected${beside}\n`);
      process.exitCode = imported.exitCode;
    } finally {
      await stores.close();
    }
  } catch (error) {
    process.exitCode = 1;
    const isPath =
      error instanceof Error && "code" in error && ["ENOENT", "EACCES", "EISDIR"].includes(`${error.code}`);
    if (isOperators(error) || error instanceof NotAnImport || isPath) process.stderr.write(`${error.message}\n`);
    else log.error({ event: "import-failed", error });
  }
}
