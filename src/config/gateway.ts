// Where people pay: so far the sandbox alone, which says TEST on everything and so needs an operator's express leave.
import type { FaultList } from "./fault-list.js";
import type { Settings } from "./settings.js";

export type SandboxConfig = {
  readonly kind: "sandbox";
  readonly port: number;
  /** How links name the sandbox's own origin, without a trailing slash. */
  readonly url: string;
};

const live = ["portal", "knet", "myfatoorah", "tap"];

export function sandboxPort(given: Settings, port: number, faults: FaultList): number | undefined {
  const sandbox = given.SANDBOX_PORT ?? port + 1;
  if (sandbox === port) return faults.add("SANDBOX_PORT", "give another port than PORT's");
  if (sandbox > 65_535) return faults.add("SANDBOX_PORT", "give a port: PORT + 1 is none");
  return sandbox;
}

export function readGateway(given: Settings, port: number, faults: FaultList): SandboxConfig | undefined {
  const cure = "give sandbox (with SANDBOX_ALLOWED=true: a staging bot); live gateways are not in this version";
  const gateways = faults.need("PAYMENT_GATEWAY", given.PAYMENT_GATEWAY, cure);
  if (gateways === undefined) return undefined;
  for (const gateway of gateways.filter((name) => name !== "sandbox")) {
    if (live.includes(gateway)) faults.add("PAYMENT_GATEWAY", `${gateway} is not in this version; give sandbox`);
    else faults.add("PAYMENT_GATEWAY", `no gateway has the name at place ${gateways.indexOf(gateway) + 1}; ${cure}`);
  }
  if (!gateways.includes("sandbox")) return undefined;
  if (gateways.length > 1) faults.add("PAYMENT_GATEWAY", "sandbox stands alone; name no other gateway beside it");
  if (given.SANDBOX_ALLOWED !== true) {
    faults.add("SANDBOX_ALLOWED", "set it to true, if no real money is to move here; PAYMENT_GATEWAY is sandbox");
  }
  const url = faults.need(
    "SANDBOX_URL",
    given.SANDBOX_URL,
    "say how links name the sandbox, as https://sandbox.example.org",
  );
  const ownPort = sandboxPort(given, port, faults);
  return url === undefined || ownPort === undefined ? undefined : { kind: "sandbox", port: ownPort, url };
}
