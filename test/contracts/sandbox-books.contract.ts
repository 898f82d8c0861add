// What the sandbox gateway's books promise, wherever they are kept.
import { expect, it } from "vitest";
import type { SandboxBooks } from "../../src/gateways/sandbox/books.js";
import type { NewCharge } from "../../src/gateways/sandbox/charge.js";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 9, 0, seconds));

const charge = (changes: Partial<NewCharge> = {}): NewCharge => ({
  reference: "a1",
  paymentId: "SBX1",
  fils: 20_000,
  currency: "KWD",
  language: "en",
  returnUrl: "http://127.0.0.1:8080/p/token/return",
  callbackUrl: "http://127.0.0.1:8080/gateways/sandbox/callback",
  madeAt: at(0),
  ...changes,
});

export function keepsSandboxBooks(open: () => SandboxBooks): void {
  it("gives back a charge as it was made", async () => {
    const books = open();
    expect(await books.make(charge())).toEqual(charge());
    expect(await books.find("a1")).toEqual(charge());
    expect(await books.find("a2")).toBeUndefined();
  });

  it("makes one charge under one reference, however often it is made", async () => {
    const books = open();
    const makers = ["SBX1", "SBX2", "SBX3"].map((paymentId) => books.make(charge({ paymentId })));
    const made = await Promise.all(makers);
    expect(new Set(made.map(({ paymentId }) => paymentId)).size).toBe(1);
  });

  it("keeps the first choice alone", async () => {
    const books = open();
    await books.make(charge());
    const answers = await Promise.all([
      books.answer("a1", "approve", at(1)),
      books.answer("a1", "decline", at(1)),
      books.answer("a1", "cancel", at(1)),
    ]);
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await books.answer("a2", "approve", at(1))).toBe(false);
    expect(await books.find("a1")).toMatchObject({ answersAt: at(1) });
  });

  it("gives out each late answer once, and not before its time", async () => {
    const books = open();
    await books.make(charge());
    await books.make(charge({ reference: "a2", paymentId: "SBX2" }));
    await books.answer("a1", "late", at(20));
    await books.answer("a2", "approve", at(1));
    expect(await books.takeDue(at(19))).toEqual([]);
    expect(await books.takeDue(at(20))).toEqual([{ ...charge(), outcome: "late", answersAt: at(20) }]);
    expect(await books.takeDue(at(21))).toEqual([]);
  });
}
