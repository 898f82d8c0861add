import { describe, expect, it } from "vitest";
import { builtInSchedules, loadFeeSchedule } from "../../src/domain/fee-schedule.js";
import { payQuick } from "../../src/journeys/pay-quick.js";
import { checkAgainCivilId, cover, fakeWorld, worker } from "../support/fake-world.js";
import { type Chat, chatWith } from "../support/journey.js";

const maria = worker(1, { covers: [cover("2025-07-01", "2026-06-30")] });
const strangersWorld = (of: Parameters<typeof fakeWorld>[0] = {}) =>
  fakeWorld({ account: undefined, workers: [maria], ...of });

async function given(
  world = strangersWorld(),
  sponsor: string = world.records.sponsor,
  id: string = maria.civilId,
): Promise<Chat> {
  const chat = await chatWith(payQuick, world).opens();
  await chat.says(sponsor);
  return chat.says(id);
}

/** Accepts all that is shown until nothing is asked any more. */
async function accepts(chat: Chat, seen: (now: Chat["now"]) => void = () => undefined): Promise<void> {
  while (chat.now.state === "asks") seen((await chat.presses("yes")).now);
}

describe("paying without an account", () => {
  it("leads from both civil IDs over years and what is accepted to the link", async () => {
    const chat = await given();
    expect(chat.now.asks).toBe("years");
    await chat.presses("1");
    expect(chat.now.asks).toBe("accept");
    expect(chat.now.text).toContain("Renewal for A. S. …0107: 1 year");
    expect(chat.now.text).toContain("From 1 Jul 2026 to 30 Jun 2027.");
    await chat.presses("I accept and pay KD\u00a05.000");
    expect(chat.now.state).toBe("ended");
    expect(chat.now.text).toContain("https://service.example/p/1");
    expect(chat.world.did.opened.get("draft1")).toMatchObject({ payer: "quick", totalFils: 5000 });
    expect(chat.world.did.opened.get("draft1")?.lines).toMatchObject([{ from: "2026-07-01", until: "2027-06-30" }]);
  });

  it("takes both numbers from one message, in any digits and however they are parted", async () => {
    const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    const { sponsor } = strangersWorld().records;
    for (const text of [
      `${sponsor} ${maria.civilId}`,
      `${sponsor}\n${maria.civilId}`,
      `${sponsor}${maria.civilId}`,
      `sponsor: ${sponsor}, worker: ${maria.civilId}`,
      arabic(`${sponsor} / ${maria.civilId}`),
    ]) {
      const chat = await chatWith(payQuick, strangersWorld()).opens();
      await chat.says(text);
      expect(chat.now.asks).toBe("years");
    }
  });

  it("tells which of two numbers is mistyped, and keeps the other", async () => {
    const { sponsor } = strangersWorld().records;
    const wrong = `${maria.civilId.slice(0, 11)}${(Number(maria.civilId[11]) + 1) % 10}`;
    const first = await chatWith(payQuick, strangersWorld()).opens();
    await first.says(`${wrong} ${sponsor}`);
    expect([first.now.ids[0], first.now.asks]).toEqual(["civil-id-check-digit", "sponsor"]);
    const second = await chatWith(payQuick, strangersWorld()).opens();
    await second.says(`${sponsor} ${wrong}`);
    expect([second.now.ids[0], second.now.asks]).toEqual(["civil-id-check-digit", "worker"]);
    await second.says(`${sponsor} ${maria.civilId}`);
    expect(second.now.asks).toBe("years");
  });

  it("shows initials and last four digits, and no name, civil ID or present cover anywhere on the way", async () => {
    for (const language of ["ar", "en"] as const) {
      const chat = await given(strangersWorld({ language }));
      const seen = [chat.now, (await chat.presses("2")).now];
      const shown = chat.now.text;
      await accepts(chat, (now) => seen.push(now));
      const all = JSON.stringify(seen.map(({ text, labels, messages }) => [text, labels, messages]));
      for (const hidden of [
        "Anita",
        "Santos",
        "أنيتا",
        maria.civilId,
        chat.world.records.sponsor,
        "2026-06-30",
        "HI-2026",
      ])
        expect(all).not.toContain(hidden);
      expect(shown).toContain(language === "en" ? "A. S." : "أ. س.");
    }
  });

  it("answers unknown, mismatched and wrong pairs with the one refusal, byte for byte", async () => {
    const other = worker(30).civilId;
    const answers = await Promise.all([
      given(strangersWorld(), strangersWorld().records.sponsor, other),
      given(strangersWorld(), other, maria.civilId),
      given(strangersWorld(), other, worker(31).civilId),
      given(strangersWorld({ workers: [] })),
    ]);
    for (const { now } of answers) {
      expect(now.ids).toEqual(["refusal"]);
      expect(now.messages).toEqual(answers[0]?.now.messages);
      expect(now.buttons[0]).toEqual({ kind: "command", label: { id: "button-pair-again" }, command: "pay-quick" });
    }
  });

  it("does not tell when the present cover ends, not even while it cannot be renewed yet", async () => {
    const long = worker(1, { covers: [cover("2026-01-01", "2027-12-30")] });
    const chat = await given(strangersWorld({ workers: [long] }));
    expect(chat.now.ids).toEqual(["no-quote-too-early-undated"]);
    expect(JSON.stringify(chat.now.messages)).not.toMatch(/20\d\d-\d\d-\d\d/);
  });

  it("tells where there is no fee for the residency, or for the place", async () => {
    const chat = await given(strangersWorld({ workers: [worker(1, { article: 22 })] }));
    expect(chat.now.ids).toEqual(["no-quote-no-row"]);
    const row = { id: "r", title: { ar: "رسم", en: "Fee" }, articles: [20], sponsor: "other", fils: 1000 };
    const json = { id: "own", title: { ar: "لنا", en: "Ours" }, rows: [{ ...row, source: "memo", certainty: "B" }] };
    const fees = loadFeeSchedule(json);
    if (!fees.ok) throw new Error(fees.faults.join());
    const noPlace = await given(strangersWorld({ service: { fees: fees.schedule } }));
    await noPlace.presses("1");
    expect(noPlace.now.ids).toEqual(["no-quote-no-row"]);
  });

  it("shows nothing of what is on record, nor whether cover joins the present one, and reads the terms anew", async () => {
    const chat = await given();
    await chat.presses("1");
    expect(chat.now.ids).toEqual(expect.arrayContaining(["summary-period", "terms-by-accepting"]));
    expect(chat.now.text).not.toMatch(/Article 20, in Kuwait|without a gap/u);
    expect(chat.now.labels).not.toContain("Something is wrong");
    await chat.presses("yes");
    chat.world.draft = "draft2";
    const again = await given(chat.world);
    await again.presses("1");
    expect(again.now.ids).toContain("terms-by-accepting");
  });

  it("opens no link for a fee of zero", async () => {
    const chat = await given(strangersWorld({ service: { fees: builtInSchedules["decision-306-2025"] } }));
    await chat.presses("1");
    await accepts(chat);
    expect(chat.now.ids[0]).toBe("nothing-to-pay");
    // Its turn is repeated after a crash.
    const repeated = await chatWith(payQuick, chat.world).opens();
    expect(repeated.now.ids[0]).toBe("nothing-to-pay");
  });

  it("asks to look once more at a number whose check digit sources disagree about", async () => {
    const chat = await chatWith(payQuick, strangersWorld()).opens();
    await chat.says(checkAgainCivilId());
    expect(chat.now.asks).toBe("sponsor-again");
    await chat.presses("<help");
    expect(chat.now.ids[0]).toBe("civil-id-again-help");
    await chat.presses("yes");
    expect(chat.now.asks).toBe("worker");
    await chat.presses("<back");
    await chat.presses("<back");
    expect(chat.now.asks).toBe("sponsor");
  });

  it("tells what is wrong about a mistyped number, and leaves other text to be understood freely", async () => {
    const chat = await chatWith(payQuick, strangersWorld()).opens();
    await chat.says("12345");
    expect(chat.now.ids[0]).toBe("civil-id-length");
    await chat.says("شلون أدفع");
    expect(chat.now.state).toBe("unread");
    await chat.presses("<help");
    expect(chat.now.ids[0]).toBe("pay-quick-help");
  });

  it("keeps its answers over a pause, and forgets the pair when a number is changed", async () => {
    const chat = await given();
    await chat.presses("1");
    const shown = chat.now.text;
    await chat.returns();
    expect(chat.now.text).toBe(shown);
    await chat.presses("<change");
    await chat.presses("Worker's civil ID");
    await chat.says(worker(50).civilId);
    expect(chat.now.ids).toEqual(["refusal"]);
  });

  it("tells a refusal at opening without the worker's name", async () => {
    const world = strangersWorld();
    world.refuse = { ok: false, reason: "paying", worker: "w1" };
    const chat = await given(world);
    await chat.presses("1");
    await accepts(chat);
    expect(chat.now.text).toContain("A. S. …0107: somebody is at the payment page");
  });
});
