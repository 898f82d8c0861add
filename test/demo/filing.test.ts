import { describe, expect, it } from "vitest";
import { createDemoFiling } from "../../src/demo/filing.js";
import { startedDemo } from "./started-demo.js";

describe("how the demo files what was paid", () => {
  it("is as FILING says until it is switched, and is what it was switched to after a restart", async () => {
    const { folder } = await startedDemo();
    const told: string[] = [];
    const filing = createDemoFiling(folder, "own");
    expect(filing.now()).toBe("own");
    const end = filing.subscribe(() => told.push(filing.now()));
    filing.choose("manual");
    end();
    expect(filing.now()).toBe("manual");
    expect(told).toEqual(["manual"]);
    expect(createDemoFiling(folder, "own").now()).toBe("manual");
  });

  it("is as FILING says once that says something else than when it was switched", async () => {
    const { folder } = await startedDemo();
    createDemoFiling(folder, "manual").choose("own");
    expect(createDemoFiling(folder, "own").now()).toBe("own");
    createDemoFiling(folder, "own").choose("own");
    expect(createDemoFiling(folder, "manual").now()).toBe("manual");
  });

  it("is told and switched by its route, which refuses anything else", async () => {
    const { origin, post, filing } = await startedDemo();
    expect(await (await fetch(`${origin}/demo/filing`)).json()).toEqual({ filing: "own" });
    expect(await (await post("/demo/filing", { filing: "manual" })).json()).toEqual({ filing: "manual" });
    expect(filing.now()).toBe("manual");
    for (const body of [{}, { filing: "perhaps" }, { filing: "own", more: 1 }, "own"])
      expect((await post("/demo/filing", body)).status).toBe(400);
    expect(filing.now()).toBe("manual");
  });
});
