// Two processes on one Redis and one Postgres, every update given to both at once: people notice nothing of it.
import { afterAll, beforeAll, expect, it } from "vitest";
import { webhookPath } from "../../src/channels/telegram/webhook.js";
import { eventually } from "../support/eventually.js";
import { pays } from "../support/payer.js";
import { describeWithStores, type Service, startService } from "../support/service.js";
import type { Sponsor } from "../support/sponsor.js";

const people = [
  ["fatima", "ar"],
  ["yousef", "en"],
  ["abdullah", "ar"],
  ["dalal", "ar"],
  ["ramesh", "en"],
  ["omar", "en"],
] as const;

/** Registers, renews, is declined, pays by the same link, looks at the payment and at the cover. */
async function wholeJourney(sponsor: Sponsor): Promise<void> {
  await sponsor.begins();
  await sponsor.registers();
  const link = await sponsor.renews();
  await pays(link, "decline");
  await sponsor.hears("notice-declined");
  await pays(link, "twice");
  await sponsor.receipt();
  sponsor.says("/pay");
  await sponsor.hears("renewals-title");
  sponsor.says(sponsor.who.workers[0]?.civilId ?? "");
  await sponsor.hears("button-workers");
}

/** Each chat's calls in their order, without what differs from one payment to the next. */
function callsOf(service: Service): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    service.people.map(({ id, telegramUserId }) => [
      id,
      service.botApi.calls
        .filter(({ params }) => params.chat_id === telegramUserId || params.chat_id === `${telegramUserId}`)
        .map(({ method, params }) => `${method}: ${normal(String(params.text))}`),
    ]),
  );
}

const normal = (text: string): string =>
  text
    .replace(/https?:\/\/\S+/gu, "<link>")
    .replace(/TJ-[A-Z0-9-]+/gu, "<number>")
    .replace(/\d\d:\d\d/gu, "<time>");

async function run(service: Service) {
  await Promise.all(people.map(([id, language]) => wholeJourney(service.sponsor(id, language))));
  await service.botApi.idle();
  const acknowledged = service.botApi.calls.filter(({ method }) => method === "answerCallbackQuery").length;
  return { calls: callsOf(service), acknowledged, violations: service.botApi.violations };
}

describeWithStores("two processes that each get every update", () => {
  let expected: Awaited<ReturnType<typeof run>>;
  let twice: Awaited<ReturnType<typeof run>>;
  const services: Service[] = [];

  beforeAll(async () => {
    const alone = await startService();
    services.push(alone);
    expected = await run(alone);
    await alone.programs[0]?.stop();
    const two = await startService({ processes: 2 });
    services.push(two);
    twice = await run(two);
  }, 240_000);
  afterAll(async () => {
    await Promise.all(services.map((service) => service.end()));
  });

  it.each(people)("say to %s (%s) what one process says, in the same order, each thing once", (id) => {
    expect(expected.calls[id]?.length).toBeGreaterThan(12);
    expect(twice.calls[id]).toEqual(expected.calls[id]);
  });

  it("were each asked about every update", async () => {
    const asked = () =>
      services.flatMap(({ programs }) => programs).map((each) => each.output().split(webhookPath).length - 1);
    // The last answer's line in the log may come after the answer.
    await eventually(() => expect(new Set(asked()).size).toBe(1));
    expect(asked()[0]).toBeGreaterThan(people.length * 12);
  });

  it("acknowledge every press once, and call nothing that is not published", () => {
    expect(twice.acknowledged).toBe(expected.acknowledged);
    expect(twice.violations).toEqual([]);
  });
});
