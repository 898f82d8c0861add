// kill -9 after every single step of a renewal, many moments within the turn each, on the embedded database.
import { describe, expect, it } from "vitest";
import { questions, wayWithKills } from "../support/kills.js";
import { startService } from "../support/service.js";

const people = ["yousef", "khaled", "dalal", "ramesh", "omar"] as const;

describe("a process that is killed after every message", () => {
  // A moment before the turn, within it, about its end, and well after it.
  it.each([0, 5, 15, 60, 400].map((afterMs, nth) => [afterMs, people[nth] ?? "omar"] as const))(
    "goes on where the chat was, %i ms after each",
    async (afterMs, id) => {
      const service = await startService({ stores: "embedded", mode: "polling" });
      const kills = new Map(questions.map((_, nth) => [nth, afterMs]));
      const { asked } = await wayWithKills(service.sponsor(id, "en"), service, kills);
      expect(asked).toEqual(questions);
      await service.end();
    },
  );
});
