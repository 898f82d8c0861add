import { describe, expect, it } from "vitest";
import { inquire } from "../../src/journeys/inquire.js";
import { cover, date, fakeWorld, provedAccount, unprovedAccount, waiting, worker } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

const policy = "HI-2026-004411";

/** What is told about one worker's cover on 10 June 2026. */
async function told(of: Parameters<typeof worker>[1], language: "ar" | "en" = "en") {
  return (await chatWith(inquire, fakeWorld({ workers: [worker(1, of)], language })).opens("w1")).now;
}

describe("an inquiry", () => {
  it("tells all the cover's data of the only worker without a question, and leads on to the years", async () => {
    const of = worker(1, { covers: [cover("2025-07-01", "2026-07-31")] });
    const chat = await chatWith(inquire, fakeWorld({ workers: [of] })).opens();
    expect(chat.now.state).toBe("ended");
    expect(chat.now.text).toBe(
      [
        "Anita Santos …0107",
        "✅ Covered until 31 Jul 2026, 51 days left.",
        "Period: 1 Jul 2025 to 31 Jul 2026",
        `Policy number: ${policy}`,
        "As imported on 3 Jan 2026.",
      ].join("\n"),
    );
    expect(chat.now.labels.slice(0, 4)).toEqual([
      "Renew 1 year · 5.000",
      "2 years · 10.000",
      "3 years · 15.000",
      "See the fee",
    ]);
    expect(chat.now.buttons[0]).toMatchObject({ kind: "command", command: "renew", argument: "w1 y1" });
    expect(chat.now.buttons[3]).toMatchObject({ kind: "command", command: "quote", argument: "w1" });
  });

  it("offers no renewal while cover runs too long for one", async () => {
    const { buttons } = await told({ covers: [cover("2025-07-01", "2026-12-31")] });
    expect(buttons).not.toContainEqual(expect.objectContaining({ command: "renew" }));
    expect(buttons[0]).toMatchObject({ command: "quote" });
  });

  it("tells every worker's date at once, the most urgent first, each with one button", async () => {
    const followed = worker(7, {
      id: "t1",
      source: "told",
      covers: [cover("2026-01-01", "2026-07-01", { source: "told" })],
    });
    const workers = [
      worker(1, { covers: [cover("2025-07-01", "2026-12-31")] }),
      worker(2, { covers: [cover("2025-07-01", "2026-06-20")] }),
      worker(3),
    ];
    for (const language of ["en", "ar"] as const) {
      const chat = await chatWith(inquire, fakeWorld({ workers, tracked: [followed], language })).opens();
      expect(chat.now.state).toBe("ended");
      expect(chat.now.ids).toEqual(["inquire-all", ...Array.from({ length: 4 }, () => "workers-row")]);
      expect(chat.now.buttons.slice(0, 4)).toMatchObject([
        { command: "renew", argument: "w2" },
        { command: "inquire", argument: "t1" },
        { command: "inquire", argument: "w1" },
        { command: "inquire", argument: "w3" },
      ]);
    }
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
    const typed = `${worker(1).civilId.slice(0, 6)} - ${worker(1).civilId.slice(6)}`;
    const chat = await chatWith(inquire, fakeWorld()).opens(typed);
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

  it("tells those who have nobody to ask about what to do", async () => {
    for (const [account, ids] of [
      [provedAccount, ["no-workers", "no-workers-next"]],
      [unprovedAccount, ["not-on-record", "not-on-record-next"]],
    ] as const) {
      const chat = await chatWith(inquire, fakeWorld({ account, workers: [] })).opens();
      expect(chat.now.ids).toEqual(ids);
    }
  });

  it("tells of those who are there when the button's worker is gone", async () => {
    const chat = await chatWith(inquire, fakeWorld({ workers: [worker(1), worker(2)] })).opens("w99");
    expect(chat.now.ids[0]).toBe("inquire-all");
  });
});
