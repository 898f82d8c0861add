import { describe, expect, it } from "vitest";
import { workers } from "../../src/journeys/workers.js";
import { languages } from "../../src/words/line.js";
import { civilId, cover, fakeWorld, unprovedAccount, waiting, worker } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

type Of = Parameters<typeof fakeWorld>[0];
const newId = civilId("1992-04-04", 5500);
const followed = worker(3, {
  id: "t1",
  source: "told",
  covers: [cover("2026-01-01", "2026-06-20", { source: "told" })],
});
const open = (of: Of = {}, argument?: string) => chatWith(workers, fakeWorld(of), "workers").opens(argument);
const argumentsOf = (chat: Awaited<ReturnType<typeof open>>) =>
  chat.now.buttons.flatMap((button) =>
    button.kind === "command" ? [`${button.command} ${button.argument ?? ""}`] : [],
  );

/** A chat that has told everything about a worker and looks at it. */
async function told(of: Of = {}, until = "2026-12-31") {
  const chat = await open(of, "add");
  await chat.says(newId);
  await chat.says("Maria Santos");
  await chat.says(until);
  return chat;
}

describe("the list of workers", () => {
  it("tells each one's state with the days left, on record and as told apart", async () => {
    const chat = await open({
      workers: [
        worker(1, { covers: [cover("2025-07-01", "2026-12-31")] }),
        worker(2, { waiting: [waiting("2026-06-11", "2027-06-10")] }),
      ],
      tracked: [followed],
    });
    expect(chat.now.text).toBe(
      [
        "2 workers on record:",
        "• Anita Santos …0107: ✅ Covered until 31 Dec 2026, 204 days left.",
        `• Joseph Santos …${worker(2).civilId.slice(-4)}: ⏳ Paid on 1 Jun 2026 for 11 Jun 2026 to 10 Jun 2027, not yet in the Ministry's system.`,
        "1 worker as you told us, not on record here:",
        `• Lakshmi Santos …${followed.civilId.slice(-4)}: ⏳ Covered until 20 Jun 2026. It ends soon: 10 days left.`,
      ].join("\n"),
    );
    expect(argumentsOf(chat)).toEqual([
      "inquire w1",
      "inquire w2",
      "workers remove-t1",
      "workers add",
      "start menu",
      "human ",
    ]);
  });

  it("is said in every plural form, in both languages", async () => {
    for (const language of languages)
      for (const n of [1, 2, 3, 11, 100]) {
        const many = Array.from({ length: n }, (_, index) => worker(index));
        const chat = await open({ language, workers: many, tracked: many.map((of) => ({ ...of, source: "told" })) });
        expect(chat.now.ids.filter((id) => id === "workers-row")).toHaveLength(2 * n);
        expect(chat.now.text).not.toContain("{");
      }
  });

  it("says when it is empty, and offers to add one", async () => {
    const chat = await open({ workers: [] });
    expect(chat.now.ids).toEqual(["workers-none"]);
    expect(argumentsOf(chat)).toEqual(["workers add", "start menu", "human "]);
  });

  it("says to somebody not on record why only what they told is there", async () => {
    const chat = await open({ account: unprovedAccount, tracked: [followed] });
    expect(chat.now.ids).toEqual(["not-on-record", "workers-followed", "workers-row"]);
    expect((await open({ account: unprovedAccount })).now.ids).toEqual(["not-on-record", "workers-none"]);
  });

  it("leads a stranger to registering, whatever button it came from", async () => {
    for (const argument of [undefined, "add", "remove-t1"]) {
      const chat = await open({ account: undefined, tracked: [followed] }, argument);
      expect(chat.now.leadsTo).toMatchObject({
        command: "register",
        argument: argument === undefined ? "for:workers" : `for:workers ${argument}`,
      });
    }
  });
});

describe("following a worker", () => {
  it("keeps what is told, once, and marks it as told", async () => {
    const chat = await told({ workers: [] });
    expect(chat.now.text).toBe(
      `Maria Santos, civil ID ending in ${newId.slice(-4)}. Is that right?\nCovered until 31 Dec 2026, as you told us.`,
    );
    await chat.presses("yes");
    expect([...chat.world.did.tracked]).toEqual([
      ["draft1:track", { civilId: newId, name: "Maria Santos", coverUntil: "2026-12-31" }],
    ]);
    expect(chat.now.ids).toEqual(["follow-done", "workers-followed", "workers-row"]);
    expect(argumentsOf(chat)).toContain("workers remove-t1");
  });

  it("says at its beginning that nothing is put on record by it", async () => {
    expect((await open({}, "add")).now.ids).toEqual(["follow-civil-id", "follow-what"]);
  });

  it("goes without an end date", async () => {
    const chat = await open({}, "add");
    await chat.says(newId);
    await chat.says("Maria");
    await chat.says("لا أعرف التاريخ");
    expect(chat.now.ids).toEqual(["follow-check", "follow-check-no-date"]);
    await chat.presses("yes");
    expect([...chat.world.did.tracked.values()]).toEqual([{ civilId: newId, name: "Maria", coverUntil: undefined }]);
  });

  it("does not follow one who is on record already", async () => {
    const chat = await open({}, "add");
    await chat.says(worker(1).civilId);
    expect(chat.now.state).toBe("ended");
    expect(chat.now.ids).toEqual(["follow-on-record", "workers-on-record", "workers-row"]);
    expect(chat.world.did.tracked.size).toBe(0);
  });

  it("reads the day as people type it, refuses what is no day, and leaves the rest to be understood", async () => {
    for (const day of ["31/12/2026", "٣١-١٢-٢٠٢٦", "31 Dec 2026", "31 ديسمبر 2026"])
      expect((await told({}, day)).now.text).toContain("31 Dec 2026");
    const chat = await told({}, "31/02/2026");
    expect(chat.now.ids).toEqual(["date-not-a-date", "follow-until"]);
    await chat.says("متى يخلص");
    expect(chat.now.state).toBe("unread");
    expect(chat.now.asks).toBe("until");
  });

  it("lets an answer be given anew before it is kept", async () => {
    for (const [label, value, said] of [
      ["End date", "1/3/2027", "Covered until 1 Mar 2027"],
      ["Name", "Grace", "Grace, civil ID"],
      ["Civil ID", civilId("1990-01-01", 100), civilId("1990-01-01", 100).slice(-4)],
    ] as const) {
      const chat = await told();
      await chat.presses("Change");
      await chat.presses(label);
      await chat.says(value);
      expect(chat.now.asks).toBe("check");
      expect(chat.now.text).toContain(said);
      expect(chat.world.did.tracked.size).toBe(0);
    }
  });

  it("has help at each question and keeps nothing when it is stopped", async () => {
    const chat = await open({}, "add");
    const helped: (string | undefined)[] = [];
    const help = async () => helped.push((await chat.presses("<help")).now.ids[0]);
    await help();
    await chat.says(newId);
    await help();
    await chat.says("Maria");
    await help();
    await chat.presses("<skip");
    await help();
    await chat.presses("Stop");
    expect(helped).toEqual(["follow-civil-id-help", "follow-name-help", "follow-until-help", "follow-check-help"]);
    expect(chat.world.did.tracked.size).toBe(0);
  });
});

describe("stopping to follow a worker", () => {
  it("asks first, then removes that one and shows the list that is left", async () => {
    const chat = await open({ workers: [], tracked: [followed, worker(4, { id: "t2", source: "told" })] }, "remove-t1");
    expect(chat.now.text).toContain("Remove Lakshmi Santos");
    expect(chat.world.did.untracked).toEqual([]);
    await chat.presses("<help");
    expect(chat.now.ids[0]).toBe("unfollow-help");
    await chat.presses("Remove");
    expect(chat.world.did.untracked).toEqual(["t1"]);
    expect(chat.now.ids).toEqual(["unfollow-done", "workers-followed", "workers-row"]);
  });

  it("shows the list for a worker who is not followed (any more), or who is on record", async () => {
    for (const argument of ["remove-t9", "remove-w1", "nonsense"]) {
      const chat = await open({}, argument);
      expect(chat.now.ids).toEqual(["workers-on-record", "workers-row"]);
      expect(chat.world.did.untracked).toEqual([]);
    }
  });
});
