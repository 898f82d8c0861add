// What every gateway's adapter promises, whoever stands behind it: run against a provider that can be told how to behave.
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fils } from "../../src/domain/kwd.js";
import type { Gateway, NewAttempt } from "../../src/payments/gateway.js";

/** A provider with its adapter, for one test. */
export type Provider = {
  readonly gateway: Gateway;
  /** Where a browser is sent back to, and where the provider calls: of a service that is not listening is fine. */
  readonly serviceUrl: string;
  /** What a payer does on the page that `redirectUrl` opens. */
  pay(redirectUrl: string, outcome: "approve" | "decline" | "cancel"): Promise<void>;
  /** A callback as the provider sends it for this reference. */
  callback(reference: string): { body: string; headers: Record<string, string> };
  /** Lets so much time pass at the provider that what was not paid runs out. */
  runOut(): void;
  /** From now on: refuses connections, takes them and says nothing, or answers nonsense. */
  fail(how: "down" | "silent" | "nonsense"): Promise<void>;
  close(): Promise<void>;
};

/** A person waits with a browser: whatever the provider does, an adapter comes back within this. */
const patienceMs = 10_000;

export function keepsGatewayContract(name: string, start: () => Promise<Provider>): void {
  describe(`the gateway contract, kept by ${name}`, () => {
    let provider: Provider;
    beforeEach(async () => {
      provider = await start();
    });
    afterEach(() => provider.close());

    const attempt = (changes: Partial<NewAttempt> = {}): NewAttempt => ({
      reference: randomBytes(16).toString("hex"),
      fils: fils(39_250),
      currency: "KWD",
      language: "en",
      returnUrl: `${provider.serviceUrl}/p/token/return`,
      callbackUrl: `${provider.serviceUrl}/gateways/${provider.gateway.name}/callback`,
      ...changes,
    });

    async function opened(changes: Partial<NewAttempt> = {}) {
      const asked = attempt(changes);
      const created = await provider.gateway.createAttempt(asked);
      if (!created.ok) throw new Error(`not created: ${created.reason}`);
      return { ...created, reference: asked.reference };
    }

    it("leads to a page on an origin it names", async () => {
      const { redirectUrl } = await opened();
      expect(provider.gateway.origins).toContain(new URL(redirectUrl).origin);
    });

    it("makes one payment of one reference, however often it is created", async () => {
      const asked = attempt();
      const [first, second] = await Promise.all([
        provider.gateway.createAttempt(asked),
        provider.gateway.createAttempt(asked),
      ]);
      expect(second).toEqual(first);
      expect(await provider.gateway.createAttempt(asked)).toEqual(first);
      expect((await opened()).redirectUrl).not.toBe(first.ok && first.redirectUrl);
    });

    it("calls a new one pending", async () => {
      expect(await provider.gateway.query(await opened())).toMatchObject({ status: "pending" });
    });

    it.each([1, 999, 5000, 39_250, 300_000, 999_999_999])("binds a paid one to exactly its %i fils", async (amount) => {
      const one = await opened({ fils: fils(amount) });
      await provider.pay(one.redirectUrl, "approve");
      expect(await provider.gateway.query(one)).toMatchObject({ status: "paid", fils: amount, currency: "KWD" });
    });

    it("names the provider's own payment id, for the receipt", async () => {
      const one = await opened();
      await provider.pay(one.redirectUrl, "approve");
      const { refs } = await provider.gateway.query(one);
      expect(refs?.paymentId).toMatch(/^\w{3,}$/);
    });

    it.each([
      ["decline", "failed"],
      ["cancel", "cancelled"],
    ] as const)("after %s says %s", async (outcome, status) => {
      const one = await opened();
      await provider.pay(one.redirectUrl, outcome);
      expect((await provider.gateway.query(one)).status).toBe(status);
    });

    it("calls what nobody paid in time expired", async () => {
      const one = await opened();
      provider.runOut();
      expect((await provider.gateway.query(one)).status).toBe("expired");
    });

    it("can be asked by our reference alone, when the answer to creating was lost", async () => {
      const { reference, redirectUrl } = await opened();
      await provider.pay(redirectUrl, "approve");
      expect(await provider.gateway.query({ reference, providerRefs: {} })).toMatchObject({ status: "paid" });
    });

    it("knows nothing of a reference that was never created", async () => {
      expect(await provider.gateway.query({ reference: "0".repeat(32), providerRefs: {} })).toEqual({
        status: "unknown",
      });
    });

    it.each(["down", "silent", "nonsense"] as const)(
      "calls creating indeterminate and asking unknown while the provider is %s, before a person loses patience",
      async (how) => {
        const one = await opened();
        await provider.fail(how);
        const from = Date.now();
        const { createAttempt, query } = provider.gateway;
        const [created, answer] = await Promise.all([createAttempt(attempt()), query(one)]);
        expect(created).toEqual({ ok: false, reason: "indeterminate" });
        expect(answer).toEqual({ status: "unknown" });
        expect(Date.now() - from).toBeLessThan(patienceMs);
      },
    );

    it("reads from a callback which payment it claims to be about, and acknowledges it", () => {
      const reference = "b".repeat(32);
      const { body, headers } = provider.callback(reference);
      const url = `${provider.serviceUrl}/gateways/${provider.gateway.name}/callback`;
      const read = provider.gateway.parseCallback(body, headers, url);
      expect(read).toMatchObject({ ok: true, reference, ack: { status: 200 } });
    });

    it("survives any callback at all", () => {
      fc.assert(
        fc.property(fc.string({ unit: "binary" }), fc.dictionary(fc.string(), fc.string()), (body, headers) => {
          const read = provider.gateway.parseCallback(body, headers, `${provider.serviceUrl}/?${body}`);
          expect(read.ack.status).toBeGreaterThanOrEqual(200);
          if (read.ok) expect(read.reference).toMatch(/^[0-9A-Za-z]{1,40}$/);
        }),
      );
    });
  });
}
