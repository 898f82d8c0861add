// The mop-up's loop: it goes on after faults, and stops only between questions.
import { describe, expect, it } from "vitest";
import { createMopUp, startMopUp } from "../../src/payments/mop-up.js";
import { eventually } from "../support/eventually.js";
import { keptLog } from "../support/log.js";

type Books = Parameters<typeof createMopUp>[0]["books"];

function booksWith(due: readonly string[]): { readonly books: Books; readonly seen: string[] } {
  const seen: string[] = [];
  const unused = () => {
    throw new Error("not the mop-up's business");
  };
  const books = {
    intents: {
      open: unused,
      byToken: unused,
      unpaidOf: unused,
      link: unused,
      hasAccepted: unused,
      expire: async () => void seen.push("expire"),
    },
    attempts: {
      begin: unused,
      created: unused,
      byReference: unused,
      settle: unused,
      tellUnanswered: unused,
      due: async () => due,
    },
  };
  return { books, seen };
}

describe("a mop-up pass", () => {
  it("closes what ran out, and asks about every try that is due even if one fails for a fault of ours", async () => {
    const { books, seen } = booksWith(["a", "b", "c"]);
    const { log, lines } = keptLog();
    const mopUp = createMopUp({
      books,
      log,
      async confirm(reference) {
        if (reference === "b") throw new Error("a fault with reference b");
        seen.push(reference);
        return undefined;
      },
    });
    expect(await mopUp()).toEqual({ asked: 3 });
    expect(seen).toEqual(["expire", "a", "c"]);
    expect(lines()).toMatchObject([{ level: "error", event: "mop-up-failed" }]);
  });
});

describe("the mop-up's loop", () => {
  it("goes on after a failed pass, and `stop` waits for the pass under way", async () => {
    const { log, lines } = keptLog();
    let passes = 0;
    let finish: () => void = () => undefined;
    const loop = startMopUp({
      log,
      async mopUp() {
        passes += 1;
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        throw new Error("the database is down");
      },
    });
    await eventually(() => expect(passes).toBe(1));
    let stopped = false;
    const stopping = loop.stop().then(() => {
      stopped = true;
    });
    await Promise.resolve();
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(passes).toBe(1);
    expect(lines()).toMatchObject([{ event: "mop-up-failed" }]);
  });

  it("stops at once while it rests", async () => {
    let passes = 0;
    const loop = startMopUp({
      log: keptLog().log,
      async mopUp() {
        passes += 1;
        return { asked: 0 };
      },
    });
    await eventually(() => expect(passes).toBe(1));
    const startedAt = Date.now();
    await loop.stop();
    expect(Date.now() - startedAt).toBeLessThan(4_000);
  });
});
