// The fee schedule an operator chose: one that comes with the program, or a file of the same form.
import { builtInSchedules, type FeeSchedule, loadFeeSchedule } from "../domain/fee-schedule.js";
import type { FaultList } from "./fault-list.js";
import type { ReadFile } from "./raw-settings.js";

const builtIn: ReadonlyMap<string, FeeSchedule> = new Map(Object.entries(builtInSchedules));
const choices = `${[...builtIn.keys()].join(", ")} or the path of a JSON file of the same form`;

export function readFees(setting: string | undefined, readFile: ReadFile, faults: FaultList): FeeSchedule | undefined {
  const choice = faults.need("FEE_SCHEDULE", setting, `choose which fees hold: ${choices}`);
  if (choice === undefined) return undefined;
  return builtIn.get(choice) ?? readSchedule(choice, readFile, faults);
}

function readSchedule(path: string, readFile: ReadFile, faults: FaultList): FeeSchedule | undefined {
  let json: unknown;
  try {
    json = JSON.parse(readFile(path));
  } catch (error) {
    const isJson = !(error instanceof SyntaxError);
    return faults.add(
      "FEE_SCHEDULE",
      isJson ? `no such file or id: give ${choices}` : "the file is not JSON: correct it",
    );
  }
  const loaded = loadFeeSchedule(json);
  if (loaded.ok) return loaded.schedule;
  for (const fault of loaded.faults) faults.add("FEE_SCHEDULE", `correct the file: ${fault}`);
  return undefined;
}
