// A gateway in memory: counts what it is asked, and can be told how each charge ends, or to fail.
import { type Fils, fils } from "../../src/domain/kwd.js";
import type { Created, Gateway, GatewayAnswer, NewAttempt } from "../../src/payments/gateway.js";

type Charge = { readonly of: NewAttempt; answer: GatewayAnswer };

export type FakeGateway = Gateway & {
  readonly charges: Map<string, Charge>;
  /** How often each reference was created; the same reference twice is one charge. */
  readonly creates: string[];
  readonly queries: string[];
  /** How the next creations end: unreached never arrives, lost arrives and its answer does not, refused is a no, crash kills the caller. */
  failNextCreate(how: "unreached" | "lost" | "refused" | "crash"): void;
  /** While down, every answer is unknown. */
  isDown: boolean;
  pay(reference: string, of?: { readonly fils?: Fils; readonly currency?: string }): void;
  end(reference: string, status: "failed" | "cancelled" | "expired"): void;
};

export function createFakeGateway(): FakeGateway {
  const charges = new Map<string, Charge>();
  const creates: string[] = [];
  const queries: string[] = [];
  const failures: ("unreached" | "lost" | "refused" | "crash")[] = [];

  function chargeOf(reference: string): Charge {
    const charge = charges.get(reference);
    if (charge === undefined) throw new Error("the fake gateway knows no such reference");
    return charge;
  }

  const gateway: FakeGateway = {
    name: "sandbox",
    origins: ["https://gateway.test"],
    charges,
    creates,
    queries,
    isDown: false,
    failNextCreate: (how) => void failures.push(how),

    async createAttempt(of): Promise<Created> {
      creates.push(of.reference);
      const failure = gateway.isDown ? "unreached" : failures.shift();
      if (failure === "crash") throw new Error("the process died");
      if (failure === "refused") return { ok: false, reason: "refused" };
      if (failure === "unreached") return { ok: false, reason: "indeterminate" };
      if (!charges.has(of.reference)) charges.set(of.reference, { of, answer: { status: "pending" } });
      if (failure === "lost") return { ok: false, reason: "indeterminate" };
      return {
        ok: true,
        redirectUrl: `https://gateway.test/pay/${of.reference}`,
        providerRefs: { chargeId: `ch-${of.reference.slice(0, 6)}` },
      };
    },

    parseCallback: (rawBody) => ({
      ok: true,
      reference: rawBody,
      authenticity: "none",
      ack: { status: 200, contentType: "text/plain", body: "OK" },
    }),

    async query({ reference }) {
      queries.push(reference);
      if (gateway.isDown) return { status: "unknown" };
      return charges.get(reference)?.answer ?? { status: "unknown" };
    },

    pay(reference, of = {}) {
      const charge = chargeOf(reference);
      charge.answer = {
        status: "paid",
        fils: of.fils ?? fils(charge.of.fils),
        currency: of.currency ?? "KWD",
        refs: { paymentId: `pay-${reference.slice(0, 6)}` },
      };
    },

    end(reference, status) {
      chargeOf(reference).answer = { status };
    },
  };
  return gateway;
}
