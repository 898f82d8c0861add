// Who runs the service, as every first message and page says.
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { FaultList } from "./fault-list.js";
import type { Settings } from "./settings.js";

export type Operator = {
  readonly name: { readonly ar: string; readonly en: string };
  readonly isMinistry: boolean;
  readonly hotline: string;
};

const ministryHotline = "151";

const demoNames = z
  .object({ ar: z.string(), en: z.string() })
  .parse(JSON.parse(readFileSync(new URL("../../locales/demo-operator.json", import.meta.url), "utf8")));

export function readOperator(given: Settings, isDemo: boolean, faults: FaultList): Operator | undefined {
  const fallback = isDemo ? demoNames : undefined;
  const cure = "say who runs this service; every first message and page names them";
  const ar = faults.need("OPERATOR_NAME_AR", given.OPERATOR_NAME_AR ?? fallback?.ar, cure);
  const en = faults.need("OPERATOR_NAME_EN", given.OPERATOR_NAME_EN ?? fallback?.en, cure);
  if (ar === undefined || en === undefined) return undefined;
  return {
    name: { ar, en },
    isMinistry: given.OPERATOR_IS_MINISTRY ?? false,
    hotline: given.HOTLINE ?? ministryHotline,
  };
}
