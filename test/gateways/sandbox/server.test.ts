import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { outcomes } from "../../../src/gateways/sandbox/charge.js";
import { type Answer, ask, press } from "../../support/ask.js";
import { eventually } from "../../support/eventually.js";
import { type Sandbox, startSandbox } from "../../support/sandbox.js";

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const reference = "c0ffee00c0ffee00";

const asked = (changes: object = {}) => ({
  reference,
  fils: 20_000,
  currency: "KWD",
  language: "ar",
  returnUrl: `${sandbox.serviceUrl}/p/canaryToken/return`,
  callbackUrl: `${sandbox.serviceUrl}/gateways/sandbox/callback`,
  ...changes,
});

const create = (changes: object = {}): Promise<Answer> =>
  ask(`${sandbox.url}/charges`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(asked(changes)),
  });

const page = () => `${sandbox.url}/pay/${reference}`;
const choose = (outcome: string) => press(page(), { outcome });
const status = async () => JSON.parse((await ask(`${sandbox.url}/charges/${reference}`)).body).status;

describe("POST /charges", () => {
  it("is idempotent by reference, and gives the page to pay on", async () => {
    const first = await create();
    expect(first.status).toBe(200);
    expect(JSON.parse(first.body)).toMatchObject({ reference, payUrl: page(), expiresAt: "2026-11-22T09:30:00.000Z" });
    expect((await create()).body).toBe(first.body);
  });

  it("refuses another amount under a reference in use", async () => {
    await create();
    expect((await create({ fils: 1 })).status).toBe(409);
  });

  it.each([
    ["a stranger's callback", { callbackUrl: "http://127.0.0.1:9/internal" }],
    ["a stranger's way back", { returnUrl: "https://elsewhere.example/" }],
    ["a way back that is no web address", { returnUrl: "javascript:alert(1)" }],
    ["no amount", { fils: 0 }],
    ["half a fils", { fils: 0.5 }],
    ["another currency", { currency: "USD" }],
    ["a reference that is none", { reference: "a b" }],
    ["a field nobody asked for", { card: "4111111111111111" }],
  ])("refuses %s", async (_what, changes) => {
    expect((await create(changes)).status).toBe(400);
  });
});

describe("GET /pay/:ref", () => {
  it("says TEST in both languages, shows amount and reference, and has a button for each answer but no field at all", async () => {
    await create();
    for (const [language, amount] of [
      ["ar", "20.000\u00a0د.ك"],
      ["en", "KD\u00a020.000"],
    ]) {
      const { status, body } = await ask(`${page()}?lang=${language}`);
      expect(status).toBe(200);
      for (const said of ["TEST", "تجربة", amount, reference]) expect(body).toContain(said);
      for (const outcome of outcomes) expect(body).toContain(`name="outcome" value="${outcome}"`);
      expect(body).not.toMatch(/<(input|select|textarea)/);
    }
  });

  it("is in the payer's language, and lets a form lead to the service alone", async () => {
    await create();
    const { body, headers } = await ask(page());
    expect(body).toContain('<html lang="ar" dir="rtl">');
    const policy = headers.get("content-security-policy");
    expect(policy).toContain(`form-action 'self' ${sandbox.serviceUrl};`);
    expect(policy).toContain("default-src 'none'");
  });

  it("changes nothing when looked at", async () => {
    await create();
    await ask(page());
    expect([await status(), sandbox.heard]).toEqual(["open", []]);
  });

  it("is closed once it was answered or ran out, and shows the way back", async () => {
    await create();
    await choose("decline");
    const { status, body } = await ask(`${page()}?lang=en`);
    expect(status).toBe(410);
    expect(body).toContain(`href="${sandbox.serviceUrl}/p/canaryToken/return"`);
    expect(body).not.toContain("<form");
  });

  it.each(["/pay/unknown", "/nothing", "/"])("%s is 404 with a next step", async (path) => {
    const { status, body } = await ask(`${sandbox.url}${path}?lang=en`);
    expect(status).toBe(404);
    expect(body).toContain("open the pay link in the chat again");
  });

  it("serves its own style", async () => {
    expect((await ask(`${sandbox.url}/assets/sandbox.css`)).headers.get("content-type")).toContain("text/css");
  });
});

describe("POST /pay/:ref", () => {
  it.each([
    ["approve", "captured", 1],
    ["decline", "declined", 1],
    ["cancel", "cancelled", 1],
    ["timeout", "no-answer", 0],
    ["late", "no-answer", 0],
    ["twice", "captured", 2],
  ])(
    "%s: the browser goes back, the charge is %s, the service was called %i times before",
    async (outcome, stands, calls) => {
      await create();
      const { status: answered, headers } = await choose(outcome);
      expect([answered, headers.get("location")]).toEqual([303, `${sandbox.serviceUrl}/p/canaryToken/return`]);
      expect(await status()).toBe(stands);
      expect(sandbox.heard).toEqual(Array(calls).fill(`reference=${reference}`));
    },
  );

  it("late: is captured twenty seconds later, and told once", async () => {
    await create();
    await choose("late");
    sandbox.advance(19);
    expect(await status()).toBe("no-answer");
    expect(sandbox.heard).toEqual([]);
    sandbox.advance(1);
    await eventually(() => expect(sandbox.heard).toEqual([`reference=${reference}`]));
    expect(await status()).toBe("captured");
    sandbox.advance(3600);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(sandbox.heard).toHaveLength(1);
  });

  it("timeout: is never captured, and expires", async () => {
    await create();
    await choose("timeout");
    sandbox.advance(3600);
    expect(await status()).toBe("expired");
    expect((await choose("approve")).status).toBe(303);
    expect(await status()).toBe("expired");
  });

  it("takes the first answer alone, pressed again or in two tabs", async () => {
    await create();
    await Promise.all([choose("approve"), choose("decline"), choose("approve")]);
    const first = await status();
    await choose(first === "captured" ? "decline" : "approve");
    expect(await status()).toBe(first);
    expect(sandbox.heard).toHaveLength(1);
  });

  it.each(["", "free", "APPROVE"])("takes nothing for the answer %j", async (outcome) => {
    await create();
    expect((await choose(outcome)).status).toBe(303);
    expect(await status()).toBe("open");
  });

  it("brings the browser back although the service did not take the callback", async () => {
    sandbox.callbackStatus = 503;
    await create();
    expect((await choose("approve")).status).toBe(303);
    expect(await status()).toBe("captured");
    expect(sandbox.logged()).toContain("sandbox-unheard");
  });

  it("is 404 for an unknown charge", async () => {
    expect((await choose("approve")).status).toBe(404);
  });

  it("refuses what is no form with a page", async () => {
    const { status, body } = await ask(page(), {
      method: "POST",
      body: "<a/>",
      headers: { "content-type": "text/xml" },
    });
    expect(status).toBe(415);
    expect(body).toContain("<!doctype html>");
  });
});

describe("the sandbox's log", () => {
  it("names routes by pattern, and never the way back, which is a pay link", async () => {
    await create();
    await ask(page());
    await choose("twice");
    expect(sandbox.logged()).toContain('"route":"/pay/:ref"');
    expect(sandbox.logged()).not.toContain("canaryToken");
    expect(sandbox.logged()).not.toContain(reference);
  });
});
