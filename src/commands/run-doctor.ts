// `tajdeed doctor`: prints what was found, one line each; exit 1 if something is wrong.
import { createProbes } from "../compose/probes.js";
import { kuwaitDate } from "../domain/iso-date.js";
import { createLog } from "../log.js";
import { configured } from "./configured.js";
import { doctor } from "./doctor.js";

export async function runDoctor(): Promise<void> {
  const config = configured({ demo: false });
  const probes = createProbes(config, createLog({ level: "silent" }));
  const findings = await doctor(config, probes, kuwaitDate(new Date()));
  await probes.close();
  for (const { name, ok, says } of findings) process.stdout.write(`${ok ? "ok   " : "WRONG"} ${name}: ${says}\n`);
  process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1;
}
