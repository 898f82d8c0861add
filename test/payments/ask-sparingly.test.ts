import { expect, it } from "vitest";
import { askSparingly, sparingMs } from "../../src/payments/ask-sparingly.js";
import type { Settled } from "../../src/payments/books.js";

const settled: Settled = { gateway: "sandbox", from: "live", to: "unknown", intent: "open", step: "taken" };

function asking(answer: () => Promise<Settled> = async () => settled) {
  let nowMs = Date.parse("2026-11-22T10:00:00Z");
  const asked: string[] = [];
  const confirm = askSparingly(
    (reference) => {
      asked.push(reference);
      return answer();
    },
    { now: () => new Date(nowMs) },
  );
  return { asked, confirm, advance: (ms: number) => (nowMs += ms) };
}

it("asks once about a try, however many come at the same moment, and gives all of them the answer", async () => {
  const { asked, confirm } = asking();
  expect(await Promise.all([confirm("a"), confirm("a"), confirm("a")])).toEqual([settled, settled, settled]);
  expect(asked).toEqual(["a"]);
});

it("asks about every try by itself", async () => {
  const { asked, confirm } = asking();
  await Promise.all([confirm("a"), confirm("b")]);
  expect(asked).toEqual(["a", "b"]);
});

it("asks again once a moment has passed", async () => {
  const { asked, confirm, advance } = asking();
  await confirm("a");
  advance(sparingMs - 1);
  await confirm("a");
  advance(1);
  await confirm("a");
  expect(asked).toEqual(["a", "a"]);
});

it("asks again after a fault of ours, which is no answer", async () => {
  const { asked, confirm } = asking(() => Promise.reject(new Error("the books are down")));
  await expect(confirm("a")).rejects.toThrow();
  await expect(confirm("a")).rejects.toThrow();
  expect(asked).toEqual(["a", "a"]);
});
