// A random walk through everything that can happen to money, and what must hold wherever it ends.
import fc from "fast-check";
import { expect } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { fils } from "../../src/domain/kwd.js";
import type { Payer } from "../../src/payments/books.js";
import { underWay } from "../../src/payments/verdict.js";
import { linkOf, minute, order, orderLine, type PaymentWorld, rowOf, tokenOf } from "./payment-world.js";

const periods = [
  ["2026-12-01", "2027-11-30"],
  ["2027-06-01", "2029-05-31"],
  ["2029-06-01", "2030-05-31"],
] as const;

const pick = fc.nat({ max: 50 });
// Mostly the same period, so that people get into one another's way.
const period = fc.constantFrom(0, 0, 0, 1, 2);

/** Numbers pick among what there is at that moment, so that every walk makes sense. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("open" as const),
      who: pick,
      workers: fc.constantFrom([0], [1], [0, 1]),
      period,
      free: fc.constantFrom(false, false, false, false, true),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("press" as const), link: pick }) },
  // A whole try in one step, so that a walk gets past many of them.
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("try" as const),
      link: pick,
      how: fc.constantFrom("failed" as const, "cancelled" as const, "expired" as const, "paid" as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("pay" as const), charge: pick, off: fc.constantFrom(0, 0, 0, 1) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("end" as const),
      charge: pick,
      how: fc.constantFrom("failed" as const, "cancelled" as const, "expired" as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("call" as const), charge: pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("return" as const), link: pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), minutes: fc.constantFrom(1, 3, 400, 1500) }) },
  fc.record({ do: fc.constant("unpaid" as const), who: pick }),
  fc.record({ do: fc.constant("import" as const), worker: fc.nat({ max: 1 }), period }),
  fc.record({ do: fc.constant("down" as const), isDown: fc.constantFrom(false, false, true) }),
  fc.record({
    do: fc.constant("fail" as const),
    how: fc.constantFrom("unreached" as const, "lost" as const, "refused" as const, "crash" as const),
  }),
);

/** Long enough to get somewhere: a path of a few steps is mostly people who never come to pay. */
export const paths = fc.record({
  steps: fc.array(step, { minLength: 20, maxLength: 45, size: "max" }),
  /** In the end every charge is captured after all, whatever was said of it before. */
  isAllLate: fc.boolean(),
});
type Path = typeof paths extends fc.Arbitrary<infer P> ? P : never;
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Walks with two people and two workers of their own, then lets everything come to its end and checks what was promised. */
export async function walk(world: PaymentWorld, { steps, isAllLate }: Path): Promise<void> {
  const workers = [await world.addWorker(), await world.addWorker()];
  const payers = [await world.payer(), await world.payer()];
  const links: string[] = [];
  const before = new Set(world.gateway.charges.keys());
  const charges = () => [...world.gateway.charges.keys()].filter((reference) => !before.has(reference));
  const at = <T>(list: readonly T[], place: number): T | undefined => list[place % Math.max(list.length, 1)];

  for (const [number, step] of steps.entries()) {
    await take(world, step, {
      number,
      workers,
      payers,
      links,
      charge: "charge" in step ? at(charges(), step.charge) : undefined,
      at,
    });
    await expectOneAtTheGateway(world, workers);
  }
  world.gateway.isDown = false;
  if (isAllLate) {
    for (const reference of charges()) {
      if (world.gateway.charges.get(reference)?.answer.status !== "paid") world.gateway.pay(reference);
    }
  }
  for (const reference of charges()) await world.service.calledBack("sandbox", reference);
  await expectMoneyKept(world, workers, charges());
}

type Around = {
  readonly number: number;
  readonly workers: readonly string[];
  readonly payers: readonly Payer[];
  readonly links: string[];
  readonly charge: string | undefined;
  at<T>(list: readonly T[], place: number): T | undefined;
};

async function take(world: PaymentWorld, step: Step, around: Around): Promise<void> {
  const { workers, payers, links, charge, at, number } = around;
  switch (step.do) {
    case "open": {
      const [from, until] = periods[step.period] ?? periods[0];
      const lines = step.workers.map((worker) =>
        orderLine(workers[worker] ?? "", {
          from: from as IsoDate,
          until: until as IsoDate,
          fils: fils(step.free && worker === 0 ? 0 : 10_000),
        }),
      );
      const payer = at(payers, step.who);
      if (payer === undefined) return;
      const opened = await world.payments(payer).open(`draft-${number}`, order(lines));
      if (opened.ok && opened.kind === "link") links.push(linkOf(opened));
      return;
    }
    case "press":
    case "return": {
      const link = at(links, step.link);
      if (link === undefined) return;
      if (step.do === "return") await world.service.returned(link);
      else await press(world, link);
      return;
    }
    case "try": {
      const opened = await press(world, at(links, step.link) ?? "");
      if (!opened?.ok) return;
      const reference = tokenOf(opened.redirectUrl);
      if (step.how === "paid") world.gateway.pay(reference);
      else end(world, reference, step.how);
      await world.service.calledBack("sandbox", reference);
      return;
    }
    case "pay": {
      const owed = charge && world.gateway.charges.get(charge)?.of.fils;
      if (charge && owed) world.gateway.pay(charge, { fils: fils(owed + step.off) });
      return;
    }
    case "end":
      if (charge) end(world, charge, step.how);
      return;
    case "call":
      if (charge) await world.service.calledBack("sandbox", charge);
      return;
    case "unpaid": {
      const payer = at(payers, step.who);
      if (payer) await world.payments(payer).unpaid();
      return;
    }
    case "import": {
      const [from, until] = periods[step.period] ?? periods[0];
      await world.cover(workers[step.worker] ?? "", from, until).catch(expectOverlap);
      return;
    }
    case "wait":
      world.clock.advance(step.minutes * minute);
      await world.service.mopUp();
      return;
    case "down":
      world.gateway.isDown = step.isDown;
      return;
    case "fail":
      world.gateway.failNextCreate(step.how);
  }
}

/** A crash of the process between two phases gives nothing; what it left is found again. */
async function press(world: PaymentWorld, link: string) {
  try {
    return await world.service.openAttempt(link);
  } catch (error) {
    expect(error).toHaveProperty("message", "the process died");
    return undefined;
  }
}

/** What a gateway has captured it does not take back by itself. */
function end({ gateway }: PaymentWorld, charge: string, how: "failed" | "cancelled" | "expired"): void {
  if (gateway.charges.get(charge)?.answer.status !== "paid") gateway.end(charge, how);
}

const expectOverlap = (error: Error) => expect(error.message).toContain("covers_do_not_overlap");

/** Of all links to one worker's period, at most one has its payer at the gateway. */
async function expectOneAtTheGateway({ db }: PaymentWorld, workers: readonly string[]): Promise<void> {
  const rows = await db
    .selectFrom("attempts")
    .innerJoin("intent_lines", "intent_lines.intent_id", "attempts.intent_id")
    .select(["intent_lines.worker_id", "intent_lines.from_day", "intent_lines.until_day"])
    .where("attempts.state", "in", underWay)
    .where("attempts.redirect_url_sealed", "is not", null)
    .where("intent_lines.worker_id", "in", workers.map(rowOf))
    .execute();
  for (const [place, one] of rows.entries()) {
    for (const other of rows.slice(place + 1)) {
      const overlap = one.from_day <= other.until_day && other.from_day <= one.until_day;
      expect(one.worker_id === other.worker_id && overlap).toBe(false);
    }
  }
}

/** Every fils that was captured is in a renewal that stands, or owed back in a case; nothing is renewed for money that never came. */
async function expectMoneyKept({ db, gateway }: PaymentWorld, workers: readonly string[], charges: readonly string[]) {
  const intents = await db
    .selectFrom("intents")
    .selectAll()
    .where("id", "in", (from) =>
      from.selectFrom("intent_lines").select("intent_id").where("worker_id", "in", workers.map(rowOf)),
    )
    .execute();
  const renewals = await db
    .selectFrom("renewals")
    .innerJoin("intent_lines", "intent_lines.id", "renewals.intent_line_id")
    .select(["renewals.state", "renewals.worker_id", "renewals.from_day", "renewals.until_day"])
    .select(["intent_lines.fils", "intent_lines.intent_id"])
    .where("renewals.worker_id", "in", workers.map(rowOf))
    .execute();
  const attempts = await db.selectFrom("attempts").selectAll().execute();
  const cases = await db.selectFrom("cases").selectAll().execute();
  const receipts = await db.selectFrom("receipts").selectAll().execute();

  for (const reference of charges) {
    const answer = gateway.charges.get(reference)?.answer;
    const attempt = attempts.find((each) => each.reference === reference);
    const settled = attempt?.state === "captured" || attempt?.state === "conflicted";
    expect([answer?.status, settled]).toEqual([answer?.status, answer?.status === "paid"]);
    if (attempt?.state === "conflicted")
      expect(cases.some((each) => each.attempt_id === attempt.id && each.renewal_id === null)).toBe(true);
  }
  for (const intent of intents) {
    const isPaid = intent.state === "paid";
    const its = renewals.filter(({ intent_id }) => intent_id === intent.id);
    const captured = attempts.filter((each) => each.intent_id === intent.id && each.state === "captured");
    expect(captured).toHaveLength(isPaid && intent.total_fils > 0 ? 1 : 0);
    expect(receipts.filter((each) => each.intent_id === intent.id)).toHaveLength(isPaid ? 1 : 0);
    expect(its.reduce((sum, { fils: due }) => sum + due, 0)).toBe(isPaid ? intent.total_fils : 0);
    const owedBack = its.filter(({ state }) => state === "refund-due" || state === "conflicted");
    expect(cases.filter((each) => each.intent_id === intent.id && each.renewal_id !== null)).toHaveLength(
      owedBack.length,
    );
  }
  const standing = renewals.filter(({ state }) => state === "paid" || state === "issued");
  for (const [place, one] of standing.entries()) {
    for (const other of standing.slice(place + 1)) {
      const overlap = one.from_day <= other.until_day && other.from_day <= one.until_day;
      expect(one.worker_id === other.worker_id && overlap).toBe(false);
    }
  }
}
