import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createDemoClock } from "../../src/demo/clock.js";

function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tajdeed-clock-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const noon = () => new Date("2026-11-22T12:00:00Z");

describe("the demo's clock", () => {
  it("goes with real time, ahead by what it was moved", () => {
    const clock = createDemoClock(scratchFolder(), noon);
    expect(clock.now()).toEqual(noon());
    expect(clock.advance("30d")).toEqual({ ok: true, now: new Date("2026-12-22T12:00:00Z") });
    expect(clock.advance("5h")).toEqual({ ok: true, now: new Date("2026-12-22T17:00:00Z") });
    expect(clock.advance("10m")).toEqual({ ok: true, now: new Date("2026-12-22T17:10:00Z") });
    expect(clock.now()).toEqual(new Date("2026-12-22T17:10:00Z"));
  });

  it("makes its folder for its owner alone", () => {
    const folder = join(scratchFolder(), "data");
    createDemoClock(folder, noon);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it("is where it was after a restart, and still knows on which day it began", () => {
    const folder = scratchFolder();
    createDemoClock(folder, () => new Date("2026-11-22T22:00:00Z")).advance("2d");
    const after = createDemoClock(folder, () => new Date("2026-11-25T12:00:00Z"));
    expect(after.now()).toEqual(new Date("2026-11-27T12:00:00Z"));
    // 22:00 UTC is already the next day in Kuwait.
    expect(after.began()).toBe("2026-11-23");
  });

  it.each(["", "30", "d", "-1d", "1.5h", "1w", "10000d", " 1d", "١d"])("stays where it is at %j", (text) => {
    const clock = createDemoClock(scratchFolder(), noon);
    expect(clock.advance(text)).toEqual({ ok: false, reason: "not-a-period" });
    expect(clock.now()).toEqual(noon());
  });

  it("goes to an instant ahead, and stays where it is when that is past", () => {
    const clock = createDemoClock(scratchFolder(), noon);
    expect(clock.advanceTo(new Date("2026-12-01T06:30:00Z"))).toEqual(new Date("2026-12-01T06:30:00Z"));
    expect(clock.advanceTo(noon())).toEqual(new Date("2026-12-01T06:30:00Z"));
    expect(clock.now()).toEqual(new Date("2026-12-01T06:30:00Z"));
  });

  it("tells who wants to know that it was moved", () => {
    const clock = createDemoClock(scratchFolder(), noon);
    const told: Date[] = [];
    const end = clock.subscribe(() => told.push(clock.now()));
    clock.advance("1d");
    clock.advance("never");
    end();
    clock.advance("1d");
    expect(told).toEqual([new Date("2026-11-23T12:00:00Z")]);
  });
});
