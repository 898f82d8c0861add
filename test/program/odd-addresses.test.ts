// Whatever stands in an address where a token, a reference or a name belongs: it is answered as the caller's mistake, never as ours.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../support/ask.js";
import { eventually } from "../support/eventually.js";
import { describeWithStores, type Service, startService } from "../support/service.js";

const odd = [
  "%00",
  "a%00b",
  "%zz",
  "%",
  "%ff",
  "%c3%28",
  "%ed%a0%80",
  "%F0%9F%98%80",
  "%u0000",
  "..%2f..%2fetc",
  "'--",
  "%0d%0aset-cookie:a=b",
  "x".repeat(101),
  "x".repeat(5_000),
];

const paths = [
  "GET /p/:",
  "POST /p/:/pay",
  "GET /p/:/return",
  "GET /r/:",
  "GET /x/:",
  "POST /x/:",
  "POST /gateways/:/callback",
  "GET /p/none?lang=:",
  "GET :8081/pay/:",
  "POST :8081/pay/:",
  "GET :8081/charges/:",
];

function answers(start: () => Promise<Service>): void {
  let service: Service;
  beforeAll(async () => {
    service = await start();
  }, 120_000);
  afterAll(async () => service?.end());

  it.each(paths)("%s is 4xx, whatever stands for the colon", async (route) => {
    const [method = "", path = ""] = route.split(" ");
    const sandbox = path.startsWith(":8081");
    const origin = sandbox ? service.programs[0]?.sandboxOrigin : service.origin;
    const statuses: Record<string, number> = {};
    for (const text of odd) {
      const body = method === "POST" ? new URLSearchParams({ reference: decodedOr(text) }) : undefined;
      const url = origin + path.replace(":8081", "").replace(":", text);
      statuses[text] = (await ask(url, { method, ...(body && { body }) })).status;
    }
    const wrong = Object.entries(statuses).filter(([, status]) => status < 400 || status >= 500);
    expect(wrong).toEqual([]);
  });

  it("a gateway's call with such a reference is acknowledged or called unreadable, and one unknown is told once", async () => {
    const call = (reference: string) =>
      ask(`${service.origin}/gateways/sandbox/callback`, { method: "POST", body: new URLSearchParams({ reference }) });
    for (const text of odd) expect([200, 400]).toContain((await call(decodedOr(text))).status);
    expect((await call("0".repeat(32))).status).toBe(200);
    // What was said before this call is here once the call is.
    await ask(`${service.origin}/livez`);
    await eventually(() => expect(service.output()).toContain('"route":"/livez"'));
    expect(service.output().match(/"event":"callback-(?!unreadable)/g)).toHaveLength(1);
    expect(service.output()).not.toMatch(/request-failed|sandbox-failed/);
  });
}

function decodedOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

describe("an odd address (embedded)", () => answers(() => startService({ stores: "embedded" })));
describeWithStores("an odd address (Postgres)", () => answers(() => startService()));
