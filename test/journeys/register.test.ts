import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { consentVersion, register } from "../../src/journeys/register.js";
import { show } from "../../src/journeys/step.js";
import { languages } from "../../src/words/line.js";
import {
  checkAgainCivilId,
  civilId,
  type FakeWorld,
  fakeWorld,
  provedAccount,
  unprovedAccount,
} from "../support/fake-world.js";
import { chatWith, speak } from "../support/journey.js";

const mine = fakeWorld().records.sponsor;
const other = civilId("1979-11-21", 3300);
const ownNumber = { kind: "contact", phone: "+96550123456", own: true } as const;

function stranger(of: Parameters<typeof fakeWorld>[0] = {}): FakeWorld {
  return fakeWorld({ ...of, account: undefined, service: { codesOffered: false, ...of.service } });
}

/** A chat that has agreed and is asked for the civil ID. */
async function agreed(world = stranger()) {
  const chat = await chatWith(register, world, "register").opens();
  await chat.presses("yes");
  return chat;
}

/** A chat that has answered everything. */
async function answered(world = stranger(), typed: string = mine) {
  const chat = await agreed(world);
  await chat.says(typed);
  return chat.sends(ownNumber);
}

describe("registering", () => {
  it("asks for consent before anything else: for what, how it is kept, and how to leave, with the page of it", async () => {
    const chat = await chatWith(register, stranger(), "register").opens();
    expect(chat.now.asks).toBe("consent");
    expect(chat.now.ids).toEqual(["consent-need", "consent-kept", "consent-rights"]);
    expect(chat.now.text).toContain("Example Office");
    expect(chat.now.buttons).toContainEqual(
      expect.objectContaining({ kind: "url", url: "https://tajdeed.example/privacy" }),
    );
    expect(chat.now.buttons).toContainEqual(expect.objectContaining({ command: "pay-quick" }));
  });

  it("takes no number before the consent, and says so", async () => {
    const chat = await chatWith(register, stranger(), "register").opens();
    await chat.says(mine);
    expect(chat.now.ids[0]).toBe("consent-first");
    expect(chat.now.draft?.answers).toEqual({});
    await chat.says("why?");
    expect(chat.now.state).toBe("unread");
  });

  it("takes the whole way to an account on record in three answers, once, with what was consented to", async () => {
    const chat = await answered();
    expect(chat.now.state).toBe("ended");
    expect(chat.now.text).toBe("✅ Welcome, Noura Al-Mutairi.");
    expect(chat.now.leadsTo).toEqual({ command: "start", argument: "menu" });
    expect([...chat.world.did.registered]).toEqual([
      [
        "draft1:register",
        {
          civilId: mine,
          proof: { id: "p1", how: "contact", at: "2026-06-10T09:00:00.000Z" },
          consentedTo: consentVersion,
        },
      ],
    ]);
  });

  it("greets without a name where none is on record", async () => {
    const world = stranger();
    world.people.register = async () => ({ standing: "proved", name: {} });
    expect((await answered(world)).now.ids).toEqual(["register-proved"]);
  });

  it("tells an account that is not on record what that means, unless what it goes on with says so itself", async () => {
    for (const language of languages) {
      const plainly = await answered(stranger({ language }), other);
      expect(plainly.now.ids).toEqual(["register-unproved"]);
      expect(plainly.now.leadsTo).toEqual({ command: "start", argument: "menu" });
      for (const command of ["renew", "inquire", "workers"])
        expect((await answered(stranger({ language, argument: `for:${command}` }), other)).now.ids).toEqual([
          "register-done",
        ]);
      expect((await answered(stranger({ language, argument: "for:reminders" }), other)).now.ids).toEqual([
        "register-unproved",
      ]);
    }
  });

  it("shows every message in six short lines at most, in both languages", async () => {
    for (const language of languages) {
      const chat = await chatWith(register, stranger({ language }), "register").opens();
      const seen = [chat.now.lines.length];
      for (const act of [() => chat.presses("yes"), () => chat.says(mine), () => chat.sends(ownNumber)]) {
        await act();
        seen.push(chat.now.lines.length);
      }
      expect(chat.now.state).toBe("ended");
      expect(Math.max(...seen)).toBeLessThanOrEqual(6);
    }
  });

  it("goes back one question at a time to the first, and stopping there keeps nothing", async () => {
    const chat = await agreed(stranger({ service: { codesOffered: true } }));
    await chat.says(mine);
    await chat.presses("code");
    const asked = [];
    while (chat.now.labels.includes("Back")) {
      await chat.presses("Back");
      asked.push(chat.now.asks);
    }
    expect(asked).toEqual(["proof-way", "civil-id", "consent"]);
    await chat.presses("Stop");
    expect(chat.now.state).toBe("cancelled");
    expect(chat.world.did.registered.size).toBe(0);
  });

  it("has help at each question on the way", async () => {
    const chat = await chatWith(register, stranger({ service: { codesOffered: true } }), "register").opens();
    const helped: (string | undefined)[] = [];
    for (const act of [
      () => chat.presses("yes"),
      () => chat.says(mine),
      () => chat.sends({ ...ownNumber, own: false }),
    ]) {
      await chat.presses("<help");
      helped.push(chat.now.ids[0]);
      await act();
    }
    await chat.presses("<help");
    helped.push(chat.now.ids[0]);
    expect(helped).toEqual(["consent-help", "register-civil-id-help", "proof-way-help", "help-contact"]);
  });
});

describe("the civil ID of somebody who registers", () => {
  it.each([
    ["1234567890123", "civil-id-length"],
    ["2880x7080410", "civil-id-not-a-number"],
    ["188070804106", "civil-id-century"],
    ["288130804106", "civil-id-birth-date"],
    ["288070804107", "civil-id-check-digit"],
  ] as const)("is refused with a reason that helps: %s", async (typed, why) => {
    const chat = await agreed();
    await chat.says(typed);
    expect(chat.now.ids[0]).toBe(why);
    expect(chat.now.asks).toBe("civil-id");
  });

  it("is read in any digits", async () => {
    const chat = await agreed();
    await chat.says([...mine].map((digit) => String.fromCharCode(0x660 + Number(digit))).join(" "));
    expect(chat.now.draft?.answers).toMatchObject({ "civil-id": mine });
  });

  it("is looked at once more where public sources disagree", async () => {
    const chat = await agreed();
    await chat.says(checkAgainCivilId());
    expect(chat.now.ids).toEqual(["civil-id-again"]);
    await chat.presses("Back");
    expect(chat.now.asks).toBe("civil-id");
    await chat.says(checkAgainCivilId());
    await chat.presses("yes");
    expect(chat.now.ids).toEqual(["challenge-contact"]);
  });

  it("opens nothing by itself: the words that follow are the same whosever it is", async () => {
    for (const codesOffered of [true, false]) {
      const [known, unknown] = [await agreed(stranger({ service: { codesOffered } })), await agreed()];
      unknown.world.service = { ...unknown.world.service, codesOffered };
      await known.says(mine);
      await unknown.says(other);
      expect(unknown.now.messages).toEqual(known.now.messages);
    }
  });
});

describe("the proof that the phone is theirs", () => {
  it("is the chat's own contact: a typed phone, somebody else's and a foreign one do not count", async () => {
    const chat = await agreed();
    await chat.says(mine);
    expect(chat.now.messages[0]?.contact).toEqual({ id: "button-share-contact" });
    await chat.says("50123456");
    expect(chat.now.ids).toEqual(["challenge-typed-phone", "challenge-contact"]);
    await chat.sends({ ...ownNumber, own: false });
    expect(chat.now.ids).toEqual(["challenge-not-own", "challenge-contact"]);
    await chat.sends({ ...ownNumber, phone: "+447700900123" });
    expect(chat.now.ids).toEqual(["challenge-not-kuwaiti", "challenge-contact"]);
    expect(chat.now.draft?.pending?.key).toBe("phone");
    await chat.sends(ownNumber);
    expect(chat.now.ids).toEqual(["register-welcome"]);
  });

  it("may be a code to the number on record, where codes are offered", async () => {
    const chat = await agreed(stranger({ service: { codesOffered: true } }));
    await chat.says(mine);
    expect(chat.now.asks).toBe("proof-way");
    await chat.presses("Send me a code");
    expect(chat.now.ids).toEqual(["challenge-code"]);
    await chat.says("000000");
    expect(chat.now.ids[0]).toBe("challenge-wrong");
    await chat.says(chat.world.code);
    expect(chat.now.ids).toEqual(["register-welcome"]);
  });

  it("is a code in whatever company it is pasted, and no code where there are two or none", async () => {
    const chat = await agreed(stranger({ service: { codesOffered: true } }));
    await chat.says(mine);
    await chat.presses("Send me a code");
    for (const none of ["482913 or 482914", "it did not come"]) {
      await chat.says(none);
      expect(chat.now.ids).not.toContain("register-welcome");
    }
    await chat.says(`Your code is ${chat.world.code}. Do not pass it on.`);
    expect(chat.now.ids).toEqual(["register-welcome"]);
  });

  it("may be given the other way after all", async () => {
    const chat = await agreed(stranger({ service: { codesOffered: true } }));
    await chat.says(mine);
    await chat.presses("code");
    await chat.presses("Back");
    await chat.sends(ownNumber);
    expect(chat.now.ids).toEqual(["register-welcome"]);
  });

  it("is taken at once where it answers how to check, and only if it is one's own", async () => {
    const chat = await agreed(stranger({ service: { codesOffered: true } }));
    await chat.says(mine);
    expect(chat.now.messages[0]?.contact).toEqual({ id: "button-share-contact" });
    await chat.says("50012345");
    expect(chat.now.ids).toEqual(["challenge-typed-phone", "proof-way"]);
    await chat.sends({ ...ownNumber, own: false });
    expect(chat.now.ids).toEqual(["challenge-not-own", "challenge-contact"]);
    await chat.sends(ownNumber);
    expect(chat.now.ids).toEqual(["register-welcome"]);
  });

  it("falls when the civil ID is changed", async () => {
    const world = stranger({ service: { codesOffered: true } });
    const chat = await agreed(world);
    await chat.says(mine);
    await chat.presses("code");
    await chat.presses("Back");
    await chat.presses("Back");
    await chat.says(other);
    await chat.presses("code");
    expect(chat.now.ids).toEqual(["challenge-code"]);
    expect(world.did.registered.size).toBe(0);
  });
});

describe("somebody who comes back", () => {
  it("is asked nothing twice: they see their account, or go on with what they asked for", async () => {
    for (const argument of [undefined, "again", "rubbish"]) {
      const chat = await chatWith(register, fakeWorld({ account: provedAccount }), "register").opens(argument);
      expect(chat.now.state).toBe("ended");
      expect(chat.now.leadsTo).toEqual({ command: "account" });
    }
    for (const account of [provedAccount, unprovedAccount]) {
      const chat = await chatWith(register, fakeWorld({ account }), "register").opens("for:renew w1");
      expect(chat.now.leadsTo).toEqual({ command: "renew", argument: "w1" });
    }
  });

  it("may try again with another number or phone if not on record", async () => {
    const world = fakeWorld({ account: unprovedAccount, service: { codesOffered: false } });
    const chat = await chatWith(register, world, "register").opens();
    expect(chat.now.leadsTo).toEqual({ command: "account" });
    await chat.opens("again");
    expect(chat.now.asks).toBe("consent");
    await chat.presses("yes");
    await chat.says(mine);
    await chat.sends(ownNumber);
    expect(chat.now.ids).toEqual(["register-welcome"]);
  });
});

describe("consent", () => {
  it("has a new version when its words are new", () => {
    const page = ["needed", "may", "also", "guest", "sealed", "abroad", "staff", "leave", "erase"] as const;
    const needs = ["", "-renew", "-inquire", "-workers", "-reminders"] as const;
    const words = languages.flatMap((language) => [
      ...needs.map((need) => speak.plain(language, { id: `consent-need${need}` })),
      ...(["renew", "inquire"] as const).map((need) =>
        speak.plain(language, { id: `consent-need-${need}-name`, args: { name: "" } }),
      ),
      speak.plain(language, { id: "consent-kept", args: { operator: "" } }),
      speak.plain(language, { id: "consent-rights" }),
      speak.plain(language, { id: "privacy-page-why", args: { operator: "" } }),
      ...page.map((of) => speak.plain(language, { id: `privacy-page-${of}` })),
    ]);
    const digest = createHash("sha256").update(words.join("\n")).digest("hex").slice(0, 12);
    expect([consentVersion, digest]).toEqual(["2026-12", "027b86e70590"]);
  });

  it("is asked for again when its version is another than the one agreed to", async () => {
    const chat = await agreed();
    const { draft } = chat.now;
    if (draft === undefined) throw new Error("no draft");
    const older = { ...draft, answers: { consent: "2020-01" } };
    const { world } = chat;
    const step = await show({ journey: register, world, proofs: world.proofs, valueLabelled: () => undefined }, older);
    expect(step.kind === "asks" && step.draft.pending?.key).toBe("consent");
  });
});
