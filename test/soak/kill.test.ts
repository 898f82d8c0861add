// kill -9 after every single step of registering, renewing and paying without an account, many moments within the turn each, on the
// embedded database: some five minutes on two cores.
import { describe, expect, it } from "vitest";
import { messagesOf, told, ways, wayWithKills } from "../support/kills.js";
import { pays } from "../support/payer.js";
import { startService } from "../support/service.js";

const people = ["yousef", "khaled", "dalal", "ramesh", "omar"] as const;

describe.each(Object.entries(ways))("a process that is killed after every message of somebody who %s", (_who, way) => {
  // A moment before the turn, within it, about its end, and well after it.
  it.each([0, 5, 15, 60, 400].map((afterMs, nth) => [afterMs, people[nth] ?? "omar"] as const))(
    "goes on where the chat was, %i ms after each, and repeats at most the message it died with",
    async (afterMs, id) => {
      const service = await startService({ stores: "embedded", mode: "polling" });
      const sponsor = service.sponsor(id, "en");
      const kills = new Map(way.questions.map((_, nth) => [nth, afterMs]));
      const { asked, link } = await wayWithKills(way, sponsor, service, kills);
      expect(asked).toEqual(way.questions);
      const { once, again } = told(sponsor);
      expect(once).toHaveLength(messagesOf(way));
      expect(new Set(once).size).toBe(once.length);
      expect(new Set(again).size).toBe(again.length);
      await pays(link);
      await sponsor.receipt();
      expect(service.botApi.violations).toEqual([]);
      await service.end();
    },
  );
});
