// Guessing civil IDs tells a stranger nothing: unknown, mismatched and locked pairs get one answer, the same bytes each time.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Person } from "../../src/demo/bot-api/person.js";
import { samplePeople } from "../../src/demo/people.js";
import { syntheticCivilId } from "../../src/demo/synthetic-civil-id.js";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { kuwaitDate } from "../../src/domain/iso-date.js";
import { speak } from "../support/journey.js";
import { describeWithStores, type Service, startService } from "../support/service.js";

type Pair = readonly [sponsor: string, worker: string];

const people = samplePeople(kuwaitDate(new Date())).filter(({ workers }) => workers.length > 0);
const unknown = (n: number): string => syntheticCivilId("1999-09-09" as IsoDate, n);

/** Nobody's, a sponsor's with nobody's worker, nobody's with somebody's worker, and two of people who do not belong together. */
function guess(n: number): Pair {
  const sponsor = people[n % people.length]?.civilId ?? "";
  const other = people[(n + 1) % people.length]?.workers[0]?.civilId ?? "";
  const pairs: readonly Pair[] = [
    [unknown(n), unknown(n + 300)],
    [sponsor, unknown(n)],
    [unknown(n), other],
    [sponsor, other],
  ];
  return pairs[n % pairs.length] ?? [sponsor, other];
}

describeWithStores("two hundred guesses", () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  }, 120_000);
  afterAll(async () => service?.end());

  /** Types each pair in without waiting: updates of one chat are taken in order. */
  function guesses(chat: number, pairs: readonly Pair[]): Person {
    const person = service.botApi.person(chat, { firstName: "Stranger", languageCode: "en" });
    person.say("/start");
    for (const pair of pairs) for (const text of ["/pay-quick", ...pair]) person.say(text);
    return person;
  }

  /** What the bot said right after each pair. */
  function answers(person: Person): readonly string[] {
    return person
      .messages()
      .filter(({ from }) => from === "bot")
      .slice(1)
      .filter((_, nth) => nth % 3 === 2)
      .map(({ text, buttons, entities }) => JSON.stringify({ text, buttons, entities }));
  }

  it("from one chat and from forty get the same answer, and so does a right one once the limit is reached", async () => {
    const [victim] = people;
    const right: Pair = [victim?.civilId ?? "", victim?.workers[0]?.civilId ?? ""];
    const one = guesses(900, [...Array.from({ length: 99 }, (_, n) => guess(n)), right]);
    const forty = Array.from({ length: 40 }, (_, chat) =>
      guesses(
        1_000 + chat,
        Array.from({ length: 3 }, (_, n) => guess(chat * 3 + n)),
      ),
    );
    await service.botApi.idle(200_000);
    // Twenty wrong ones a day for one sponsor, from wherever: then not even the right worker is confirmed.
    const forced = Array.from({ length: 7 }, (_, chat) =>
      guesses(
        2_000 + chat,
        Array.from({ length: 3 }, (_, n) => [right[0], unknown(600 + chat * 3 + n)] as const),
      ),
    );
    await service.botApi.idle(60_000);
    const late = guesses(3_000, [right]);
    await service.botApi.idle(60_000);

    const all = [one, ...forty, ...forced, late].flatMap(answers);
    expect(all).toHaveLength(100 + 120 + 21 + 1);
    expect(new Set(all).size).toBe(1);
    expect(all[0]).toContain(speak.plain("en", { id: "refusal", args: { hotline: "151" } }).slice(0, 30));
    expect(service.botApi.violations).toEqual([]);
  }, 400_000);

  it("do not lock out the sponsor whose number was guessed", async () => {
    const [victim] = people;
    const sponsor = service.sponsor(victim?.id ?? "", "en");
    await sponsor.begins();
    await sponsor.registers();
    expect(await sponsor.renews("/pay-quick")).toMatch(/\/p\/[\w-]{22}$/u);
  });
});
