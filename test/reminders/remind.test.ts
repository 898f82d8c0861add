// The loop looks within the hours, is woken when the clock was moved, and leaves a store that is down in peace.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DueReminders, startReminding } from "../../src/reminders/remind.js";
import { createFakeTime, type FakeTime } from "../support/fake-time.js";
import { keptLog } from "../support/log.js";

const hours = { from: 9 * 60, until: 20 * 60 };
const second = 1_000;
const hour = 3_600 * second;

let time: FakeTime;
let beganAt: number;
let claims: number[];
let answers: ({ chats: number; isFull: boolean } | Error)[];
let follows: (Error | undefined)[];
let woken: number;
let kept: ReturnType<typeof keptLog>;
let moved: (() => void) | undefined;
let loops: { stop(): Promise<void> }[];

function start(at: string): void {
  beganAt = Date.parse(`2026-11-22T${at}:00+03:00`);
  const due: DueReminders = {
    async followRules() {
      const fault = follows.shift();
      if (fault !== undefined) throw fault;
    },
    async claim() {
      claims.push(time.nowMs());
      const answer = answers.shift() ?? { chats: 0, isFull: false };
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const clock = { now: () => new Date(beganAt + time.nowMs()) };
  const whenMoved = (listener: () => void) => {
    moved = listener;
    return () => {
      moved = undefined;
    };
  };
  const wakeSender = () => {
    woken += 1;
  };
  loops.push(startReminding({ due, hours, clock, time, wakeSender, log: kept.log, whenMoved }));
}

beforeEach(() => {
  time = createFakeTime();
  [claims, answers, follows, loops] = [[], [], [], []];
  woken = 0;
  kept = keptLog();
});
afterEach(async () => {
  for (const loop of loops) await loop.stop();
});

describe("the loop of reminders", () => {
  it("looks every five seconds, and every second while there is more", async () => {
    answers = [
      { chats: 3, isFull: false },
      { chats: 0, isFull: true },
    ];
    start("10:00");
    await time.advance(10 * second);
    expect(claims).toEqual([0, 1 * second, 2 * second, 7 * second]);
    expect(woken).toBe(1);
  });

  it("asks for nothing outside the hours", async () => {
    start("20:00");
    await time.advance(13 * hour - 1);
    expect(claims).toEqual([]);
    await time.advance(10 * second);
    expect(claims.length).toBeGreaterThan(0);
  });

  it("looks at once when the clock was moved", async () => {
    start("08:00");
    await time.advance(second);
    beganAt += 30 * 24 * hour + 2 * hour;
    moved?.();
    await time.advance(0);
    expect(claims).toEqual([second]);
  });

  it("leaves a store that is down in peace for longer and longer, and plans by the rules before it claims", async () => {
    follows = [new Error("down")];
    answers = [new Error("down"), new Error("down")];
    start("10:00");
    await time.advance(10 * second - 1);
    expect(claims).toEqual([]);
    await time.advance(120 * second);
    expect(claims.slice(0, 3)).toEqual([10 * second, 30 * second, 70 * second]);
    expect(kept.lines().map(({ event }) => event)).toEqual(Array(3).fill("reminders-put-off"));
  });

  it("ends when it is told to, and hears of the clock no more", async () => {
    start("10:00");
    await time.advance(second);
    await loops[0]?.stop();
    expect(moved).toBeUndefined();
    await time.advance(hour);
    expect(claims).toEqual([0]);
  });
});
