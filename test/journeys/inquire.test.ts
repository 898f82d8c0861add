import { describe, expect, it } from "vitest";
import { inquire } from "../../src/journeys/inquire.js";
import { run } from "../../src/journeys/run.js";
import { cover, date, fakeWorld, provedAccount, unprovedAccount, waiting, worker } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

const policy = "HI-2026-004411";

/** What is told about one worker's cover on 10 June 2026. */
async function told(of: Parameters<typeof worker>[1], language: "ar" | "en" = "en") {
  return (await chatWith(inquire, fakeWorld({ workers: [worker(1, of)], language })).opens("w1")).now;
}

describe("an inquiry", () => {
  it("takes individual cover of domestic workers to be meant, asks for the worker, and tells all the cover's data", async () => {
    const chat = await chatWith(
      inquire,
      fakeWorld({ workers: [worker(1, { covers: [cover("2025-07-01", "2026-12-31")] })] }),
    ).opens();
    expect(chat.now.ids).toEqual(["inquire-kind", "inquire-worker"]);
    expect(chat.now.asks).toBe("worker");
    await chat.presses("Anita Santos …0107");
    expect(chat.now.state).toBe("ended");
    expect(chat.now.text).toBe(
      [
        "Anita Santos …0107",
        "✅ Covered until 31 Dec 2026, 204 days left.",
        "Period: 1 Jul 2025 to 31 Dec 2026",
        `Policy number: ${policy}`,
        "As imported on 3 Jan 2026.",
      ].join("\n"),
    );
    expect(chat.now.buttons[0]).toMatchObject({ kind: "command", command: "renew", argument: "w1" });
    expect(chat.now.buttons[1]).toMatchObject({ kind: "command", command: "quote", argument: "w1" });
    expect(chat.now.labels[0]).toBe("Renew");
  });

  it("offers a worker who was never covered a beginning, not a renewal", async () => {
    const { buttons, labels } = await told({});
    expect(buttons[0]).toMatchObject({ command: "renew", argument: "w1" });
    expect(labels[0]).toBe("Begin cover");
  });

  it("says of cover that ends today so, even when what follows is paid", async () => {
    const of = { covers: [cover("2026-01-01", "2026-06-10")], waiting: [waiting("2026-06-11", "2027-06-10")] };
    const { ids } = await told(of);
    expect(ids).toEqual(expect.arrayContaining(["standing-last-day", "standing-paid-not-filed"]));
  });

  it("answers group insurance and other residencies honestly, with the hotline", async () => {
    for (const [press, why] of [
      ["group", "service-group"],
      ["other", "service-other"],
    ] as const) {
      const chat = await chatWith(inquire, fakeWorld()).opens();
      await chat.presses("Something else");
      await chat.presses(press);
      expect(chat.now.ids).toEqual([why, "service-elsewhere"]);
      expect(chat.now.text).toContain("151");
    }
  });

  it.each([
    ["none", {}, ["standing-none"]],
    ["active", { covers: [cover("2026-01-01", "2026-12-31")] }, ["standing-active"]],
    ["ends soon", { covers: [cover("2026-01-01", "2026-07-10")] }, ["standing-ends-soon"]],
    ["its last day", { covers: [cover("2026-01-01", "2026-06-10")] }, ["standing-last-day"]],
    ["ended", { covers: [cover("2025-01-01", "2026-06-09")] }, ["standing-ended"]],
    ["not yet started", { covers: [cover("2026-07-01", "2027-06-30")] }, ["standing-not-yet-started"]],
    ["paid, not filed", { waiting: [waiting("2026-06-10", "2027-06-09")] }, ["standing-paid-not-filed"]],
  ] as const)("tells the state: %s", async (_state, of, ids) => {
    for (const language of ["ar", "en"] as const) {
      const now = await told(of, language);
      expect(now.ids).toEqual(expect.arrayContaining([...ids]));
      expect(now.ids.filter((id) => id.startsWith("standing-"))).toHaveLength(1);
    }
  });

  it("counts the days in Arabic in all their forms", async () => {
    const until = async (day: string) => (await told({ covers: [cover("2026-01-01", day)] }, "ar")).text;
    expect(await until("2026-06-11")).toContain("ويتبقى يوم واحد.");
    expect(await until("2026-06-12")).toContain("ويتبقى يومان.");
    expect(await until("2026-06-15")).toContain("ويتبقى 5 أيام.");
    expect(await until("2026-06-25")).toContain("ويتبقى 15 يومًا.");
    expect(await until("2026-09-18")).toContain("ويتبقى 100 يوم.");
    const since = async (day: string) => (await told({ covers: [cover("2025-01-01", day)] }, "ar")).text;
    expect(await since("2026-06-08")).toContain("قبل يومين.");
  });

  it("tells what comes after, paid and waiting to be filed beside what is covered", async () => {
    const now = await told({
      covers: [cover("2025-07-01", "2026-06-30"), cover("2026-07-01", "2027-06-30", { source: "issued-here" })],
      waiting: [waiting("2027-07-01", "2028-06-30")],
    });
    expect(now.ids).toEqual([
      "inquire-title",
      "standing-active",
      "cover-period",
      "cover-policy",
      "cover-source-imported",
      "cover-next",
      "standing-paid-not-filed",
    ]);
  });

  it("tells the last cover of a worker whose renewal waits to be filed", async () => {
    const now = await told({
      covers: [cover("2025-01-01", "2026-05-31")],
      waiting: [waiting("2026-06-11", "2027-06-10")],
    });
    expect(now.ids).toEqual([
      "inquire-title",
      "standing-paid-not-filed",
      "cover-last-period",
      "cover-policy",
      "cover-source-imported",
    ]);
  });

  it.each([
    ["imported", "As imported on 3 Jan 2026."],
    ["issued-here", "Issued here on 3 Jan 2026."],
    ["told", "As you told us on 3 Jan 2026."],
  ] as const)("says where it is known from, and since when: %s", async (source, sentence) => {
    const { policyNumber: _none, ...known } = cover("2026-01-01", "2026-12-31", { source });
    const now = await told({ covers: [known] });
    expect(now.text).toContain(sentence);
    expect(now.ids).not.toContain("cover-policy");
  });

  it("gives the policy number whole, to be copied", async () => {
    const now = await told({ covers: [cover("2026-01-01", "2026-12-31")] });
    expect(now.lines).toContainEqual({ id: "cover-policy", args: { number: { code: policy } } });
  });

  it("marks a tracked worker as told by the sponsor, and offers no renewal", async () => {
    const known = cover("2026-01-01", "2026-12-31", { source: "told", knownAt: date("2026-03-01") });
    const tracked = worker(7, { id: "t1", source: "told", covers: [known] });
    const chat = await chatWith(inquire, fakeWorld({ account: unprovedAccount, tracked: [tracked] })).opens("t1");
    expect(chat.now.text).toContain("As you told us on 1 Mar 2026.");
    expect(chat.now.ids).toContain("worker-tracked");
    expect(chat.now.buttons).not.toContainEqual(expect.objectContaining({ command: "renew" }));
  });

  it("speaks of a worker without a name by the last four digits", async () => {
    expect((await told({ name: {} })).text).toContain("civil ID …0107");
  });
});

describe("whose cover is told", () => {
  const stranger = worker(40).civilId;

  it("tells a chat without an account to register, the same whatever number is sent", async () => {
    const unknown = await chatWith(inquire, fakeWorld({ account: undefined })).opens(stranger);
    const known = await chatWith(inquire, fakeWorld({ account: undefined })).opens(worker(1).civilId);
    for (const { now } of [unknown, known]) {
      expect(now.ids).toEqual([]);
      expect(now.leadsTo?.command).toBe("register");
    }
    expect(unknown.world.did.refused).toEqual([]);
  });

  it("takes a civil ID of one's own, typed in any digits or sent out of nowhere", async () => {
    const chat = await chatWith(inquire, fakeWorld()).opens();
    await chat.says(`${worker(1).civilId.slice(0, 6)} - ${worker(1).civilId.slice(6)}`);
    expect(chat.now.ids[0]).toBe("inquire-title");
    const direct = await chatWith(inquire, fakeWorld()).opens(worker(1).civilId);
    expect(direct.now.ids[0]).toBe("inquire-title");
  });

  it("answers unknown and somebody else's number with the one refusal, byte for byte", async () => {
    const answers = await Promise.all(
      [fakeWorld(), fakeWorld({ account: unprovedAccount }), fakeWorld({ account: provedAccount, workers: [] })].map(
        async (world) => (await chatWith(inquire, world).opens(stranger)).now,
      ),
    );
    const others = await chatWith(inquire, fakeWorld({ account: unprovedAccount })).opens(worker(1).civilId);
    for (const now of [...answers, others.now]) {
      expect(now.messages).toEqual(answers[0]?.messages);
      expect(now.ids).toEqual(["refusal"]);
    }
    expect(others.world.did.refused).toEqual([worker(1).civilId]);
  });

  it("refuses a mistyped number with what is wrong about it, and looks nothing up", async () => {
    const chat = await chatWith(inquire, fakeWorld()).opens();
    const right = worker(1).civilId;
    for (const [text, why] of [
      ["290051", "civil-id-length"],
      ["29005171000x", "civil-id-not-a-number"],
      [`1${right.slice(1)}`, "civil-id-century"],
      [`2901${"3".repeat(8)}`, "civil-id-birth-date"],
      [`${right.slice(0, 11)}${(Number(right[11]) + 1) % 10}`, "civil-id-check-digit"],
    ] as const) {
      await chat.says(text);
      expect(chat.now.ids[0]).toBe(why);
      expect(chat.now.asks).toBe("worker");
    }
    await chat.says("when does it expire");
    expect(chat.now.state).toBe("unread");
    expect(chat.world.did.refused).toEqual([]);
  });

  it("tells those who have nobody to ask about what to do", async () => {
    for (const [account, ids] of [
      [provedAccount, ["no-workers", "no-workers-next"]],
      [unprovedAccount, ["not-on-record", "not-on-record-next"]],
    ] as const) {
      const chat = await chatWith(inquire, fakeWorld({ account, workers: [] })).opens();
      expect(chat.now.ids).toEqual(ids);
    }
  });

  it("asks whose when the button's worker is gone", async () => {
    const chat = await chatWith(inquire, fakeWorld()).opens("w99");
    expect(chat.now.asks).toBe("worker");
  });

  it("helps at both questions, and goes back from the second", async () => {
    const chat = await chatWith(inquire, fakeWorld()).opens();
    await chat.presses("<help");
    expect(chat.now.ids[0]).toBe("inquire-worker-help");
    await chat.presses("another-kind");
    await chat.presses("<help");
    expect(chat.now.ids[0]).toBe("service-help");
    await chat.presses("<back");
    expect(chat.now.asks).toBe("worker");
    await chat.presses("<cancel");
    expect(chat.now.state).toBe("cancelled");
  });

  it("asks again for a stored answer that is none", async () => {
    const world = fakeWorld();
    const outcome = await run(inquire, world, { worker: 7 }, world.proofs);
    expect(outcome).toMatchObject({ kind: "asks", key: "worker" });
  });

  it("asks again when the chosen worker is no longer there", async () => {
    const chat = await chatWith(inquire, fakeWorld({ workers: [worker(1), worker(2)] })).opens();
    const { now } = chat;
    chat.world.records.household = { kuwaiti: true, workers: [worker(2)] };
    await chat.pressesAgain(now, "w1");
    expect(chat.now.ids[0]).toBe("question-changed");
    expect(chat.now.asks).toBe("worker");
  });
});
