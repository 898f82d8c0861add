import { describe, expect, it } from "vitest";
import { fils } from "../../src/domain/kwd.js";
import { privacy } from "../../src/journeys/privacy.js";
import { render } from "../../src/messages/render.js";
import { languages } from "../../src/words/line.js";
import { date, fakeWorld, provedAccount, unprovedAccount } from "../support/fake-world.js";
import { chatWith, speak } from "../support/journey.js";

type Of = Parameters<typeof fakeWorld>[0];
const open = (of: Of = {}, argument?: string) => chatWith(privacy, fakeWorld(of), "privacy").opens(argument);
const unpaid = {
  intent: "1",
  lines: [
    {
      worker: { initials: "M. S.", lastFour: "0107" },
      from: date("2026-07-01"),
      until: date("2027-06-30"),
      fils: fils(5000),
    },
  ],
  totalFils: fils(5000),
  expiresAt: "2026-06-11T09:00:00.000Z",
  state: "at-gateway",
} as const;

describe("what is kept", () => {
  it("is told in full to somebody on record, numbers by their last digits", async () => {
    const chat = await open({ account: { ...provedAccount, email: "noura@example.com" } });
    expect(chat.now.text).toBe(
      [
        "We keep this about you: Noura Al-Mutairi …4471",
        "• Mobile number: ends in 23",
        "• E-mail: noura@example.com",
        "• Gender: Female",
        "• Governorate: Hawalli",
        "• The workers you added, how you are reminded and what you answered, your renewals and payments, and your chats with us by their number and language",
        "Your mobile number is the one on record, so you see your own workers.",
        "Example Office stores it encrypted and uses it for this service only.",
      ].join("\n"),
    );
  });

  it("is told without what was not given", async () => {
    const account = { ...unprovedAccount, gender: undefined, governorate: undefined };
    for (const language of languages) {
      const chat = await open({ account, language });
      expect(chat.now.ids).toEqual(["privacy-kept", "privacy-also", "privacy-unproved", "privacy-sealed"]);
    }
  });

  it("is told to a chat without an account too", async () => {
    const chat = await open({ account: undefined });
    expect(chat.now.ids).toEqual(["privacy-no-account", "privacy-sealed"]);
  });

  it("may be copied or erased from there, by everybody", async () => {
    for (const account of [provedAccount, unprovedAccount, undefined]) {
      const chat = await open({ account });
      expect(chat.now.buttons).toMatchObject([
        { command: "privacy", argument: "looks" },
        { command: "privacy", argument: "export" },
        { command: "privacy", argument: "erase" },
        { command: "start", argument: "menu" },
        { command: "human" },
      ]);
    }
  });
});

describe("a copy", () => {
  it("comes as a link that works once, as a button and in the text, under this draft's key", async () => {
    for (const language of languages) {
      const chat = await open({ language }, "export");
      const url = `https://service.example/x/draft1:export?lang=${language}`;
      expect(chat.now.buttons[0]).toMatchObject({ kind: "url", url });
      const [message] = chat.now.messages;
      if (message === undefined) throw new Error("nothing was said");
      // Whole, and without the invisible marks that would travel with a copy.
      expect(render(message, language, speak, "").text.split("\n")).toContain(url);
      expect(chat.now.text).toContain("15");
      expect(chat.world.did.exported).toEqual(["draft1:export"]);
    }
  });
});

describe("leaving", () => {
  it("tells all of it before it is done", async () => {
    const chat = await open({}, "erase");
    expect(chat.now.ids).toEqual(["erase-what", "erase-unpaid", "erase-kept", "erase-record", "erase-again"]);
    for (const part of ["account", "chats", "proof", "workers you added", "reminders", "refund", "closed", "undone"])
      expect(chat.now.text).toContain(part);
    expect(chat.world.did.erased).toEqual([]);
  });

  it("is done by its own button alone, once, and ends as a stranger", async () => {
    const chat = await open({}, "erase");
    await chat.says("yes");
    expect(chat.now.state).toBe("unread");
    await chat.presses("Help");
    expect(chat.now.ids[0]).toBe("erase-help");
    expect(chat.world.did.erased).toEqual([]);
    await chat.presses("Erase everything");
    expect(chat.world.did.erased).toEqual(["draft1:erase"]);
    expect(chat.now.ids).toEqual(["erase-done"]);
    expect(chat.now.buttons[0]).toMatchObject({ command: "start", argument: "menu" });
  });

  it("says what is still kept until it closes", async () => {
    const world = fakeWorld({ argument: "erase" });
    world.records.unpaid.push(unpaid);
    const chat = await chatWith(privacy, world, "privacy").opens();
    await chat.presses("yes");
    expect(chat.now.ids).toEqual(["erase-done", "erase-until-closed"]);
  });

  it("erases nothing when it is stopped", async () => {
    const chat = await open({}, "erase");
    await chat.presses("Stop");
    expect(chat.now.state).toBe("cancelled");
    expect(chat.world.did.erased).toEqual([]);
  });

  it("is open to a chat that has no account", async () => {
    const chat = await open({ account: undefined }, "erase");
    await chat.presses("yes");
    expect(chat.world.did.erased).toEqual(["draft1:erase"]);
  });
});
