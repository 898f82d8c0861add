import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { governorates } from "../../src/domain/places.js";
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

/** A chat that has proved its number and is asked for the name. */
async function proved(world = stranger(), typed: string = mine) {
  const chat = await agreed(world);
  await chat.says(typed);
  await chat.sends(ownNumber);
  return chat;
}

/** A chat that has answered everything and looks at the summary. */
async function answered(world = stranger(), typed: string = mine) {
  const chat = await proved(world, typed);
  await chat.says("Noura Al-Mutairi");
  await chat.says("noura@example.com");
  await chat.presses("female");
  await chat.presses("HA");
  return chat;
}

describe("registering", () => {
  it("asks for consent before anything else, and tells what is kept, by whom, why, and how to leave", async () => {
    const chat = await chatWith(register, stranger(), "register").opens();
    expect(chat.now.asks).toBe("consent");
    expect(chat.now.ids).toEqual(["consent-what", "consent-why", "consent-where", "consent-rights"]);
    expect(chat.now.text).toContain("Example Office");
    await chat.says(mine);
    expect(chat.now.state).toBe("unread");
    expect(chat.now.draft?.answers).toEqual({});
  });

  it("takes the whole way to an account on record, once, with what was consented to", async () => {
    const chat = await answered();
    await chat.presses("yes");
    expect(chat.now.ids).toEqual(["register-proved"]);
    expect(chat.now.buttons[0]).toMatchObject({ command: "renew" });
    expect([...chat.world.did.registered]).toEqual([
      [
        "draft1:register",
        {
          civilId: mine,
          proof: { id: "p1", how: "contact", at: "2026-06-10T09:00:00.000Z" },
          name: "Noura Al-Mutairi",
          email: "noura@example.com",
          gender: "female",
          governorate: "HA",
          consentedTo: consentVersion,
        },
      ],
    ]);
  });

  it("tells an account that is not on record what that means and which way leads on", async () => {
    for (const language of languages) {
      const chat = await answered(stranger({ language }), other);
      await chat.presses("yes");
      expect(chat.now.ids).toEqual(["register-unproved", "register-unproved-next"]);
      expect(chat.now.text).toContain("151");
      expect(chat.now.buttons[0]).toMatchObject({ command: "pay-quick" });
    }
  });

  it("asks for the language first where none was chosen, and begins again in it", async () => {
    const world = stranger();
    world.languageChosen = false;
    const chat = await chatWith(register, world, "register").opens();
    expect(chat.now.asks).toBe("language");
    await chat.presses("العربية");
    expect(chat.now.leadsTo).toBe("register");
    expect(world.language).toBe("ar");
    await chat.opens();
    expect(chat.now.asks).toBe("consent");
  });

  it("shows every message in six short lines at most, in both languages", async () => {
    for (const language of languages) {
      const chat = await chatWith(register, stranger({ language }), "register").opens();
      const seen = [chat.now.lines.length];
      for (const act of [
        () => chat.presses("yes"),
        () => chat.says(mine),
        () => chat.sends(ownNumber),
        () => chat.says("نورة"),
        () => chat.presses("<skip"),
        () => chat.presses("female"),
        () => chat.presses("KU"),
        () => chat.presses("yes"),
      ]) {
        await act();
        seen.push(chat.now.lines.length);
      }
      expect(chat.now.state).toBe("ended");
      expect(Math.max(...seen)).toBeLessThanOrEqual(6);
    }
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
    expect(chat.now.asks).toBe("name");
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
    expect(chat.now.asks).toBe("name");
  });

  it("may be given the other way after all", async () => {
    const chat = await agreed(stranger({ service: { codesOffered: true } }));
    await chat.says(mine);
    await chat.presses("code");
    await chat.presses("Back");
    await chat.sends(ownNumber);
    expect(chat.now.asks).toBe("name");
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
    expect(chat.now.asks).toBe("name");
  });

  it("falls when the civil ID is changed", async () => {
    const chat = await answered();
    await chat.presses("Change");
    await chat.presses("Civil ID");
    await chat.says(other);
    expect(chat.now.ids).toEqual(["challenge-contact"]);
    await chat.sends(ownNumber);
    expect(chat.now.asks).toBe("check");
    expect(chat.now.text).toContain(`ends in ${other.slice(-4)}`);
  });
});

describe("what is told of oneself", () => {
  it.each([
    ["   ", "name-empty"],
    ["x".repeat(81), "name-too-long"],
    ["N", "name-not-a-name"],
    ["Noura 2", "name-not-a-name"],
  ] as const)("is a name, or refused with a reason: %s", async (typed, why) => {
    const chat = await proved();
    await chat.says(typed);
    expect(chat.now.ids).toEqual([why, "register-name"]);
  });

  it("takes a number or a question for something else than a name", async () => {
    for (const text of [mine, "٢٠", "when does it end?", "متى يخلص؟"]) {
      const chat = await proved();
      await chat.says(text);
      expect(chat.now.state).toBe("unread");
      expect(chat.now.asks).toBe("name");
    }
  });

  it("may leave the e-mail out, and the check says so", async () => {
    const chat = await proved();
    await chat.says("نورة المطيري");
    await chat.presses("Without e-mail");
    await chat.presses("male");
    await chat.presses("JA");
    expect(chat.now.ids).toContain("fact-no-email");
    await chat.presses("yes");
    expect([...chat.world.did.registered.values()]).toMatchObject([{ email: undefined, name: "نورة المطيري" }]);
  });

  it("tells a slip in an address from a sentence that is none", async () => {
    const chat = await proved();
    await chat.says("Noura");
    for (const slip of ["noura@", "noura.example.com", " noura@example "]) {
      await chat.says(slip);
      expect(chat.now.ids).toEqual(["email-not-an-address", "register-email"]);
    }
    for (const sentence of ["متى يخلص الضمان.", "renew please", "none"]) {
      await chat.says(sentence);
      expect(chat.now.state).toBe("unread");
    }
    expect(chat.now.asks).toBe("email");
  });

  it("reads a message of nothing but dots as quickly as any other", async () => {
    const chat = await proved();
    await chat.says("Noura");
    const began = performance.now();
    await chat.says(`${".".repeat(60_000)} x`);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(chat.now.asks).toBe("email");
  });

  it("offers the six governorates and takes each", async () => {
    for (const code of governorates) {
      const chat = await proved();
      await chat.says("Noura");
      await chat.presses("<skip");
      await chat.presses("female");
      expect(chat.now.buttons.slice(0, 6).map((button) => button.kind === "answer" && button.value)).toEqual([
        ...governorates,
      ]);
      await chat.presses(code);
      expect(chat.now.draft?.answers).toMatchObject({ governorate: code });
    }
  });

  it("may be chosen by typing the button's word in either language", async () => {
    const chat = await proved();
    await chat.says("Noura");
    await chat.says("متابعة بلا بريد");
    await chat.says("أنثى");
    await chat.says("hawalli");
    expect(chat.now.asks).toBe("check");
  });
});

describe("the summary", () => {
  it("shows every answer, the civil ID by its last four digits alone", async () => {
    const chat = await answered();
    expect(chat.now.text).toBe(
      [
        "Please check that all of this is right:",
        `• Civil ID: ends in ${mine.slice(-4)}`,
        "• Mobile: this chat's own number, as you shared it",
        "• Name: Noura Al-Mutairi",
        "• E-mail: noura@example.com",
        "• Female, Hawalli",
      ].join("\n"),
    );
    expect(chat.now.text).not.toContain(mine);
  });

  it("lets each answer be given anew, and keeps the others", async () => {
    for (const [label, answer, said] of [
      ["Name", (chat: Awaited<ReturnType<typeof answered>>) => chat.says("Sara"), "Name: Sara"],
      ["E-mail", (chat: Awaited<ReturnType<typeof answered>>) => chat.presses("<skip"), "E-mail: none"],
      ["Gender", (chat: Awaited<ReturnType<typeof answered>>) => chat.presses("male"), "• Male, "],
      ["Governorate", (chat: Awaited<ReturnType<typeof answered>>) => chat.presses("AH"), ", Ahmadi"],
    ] as const) {
      const chat = await answered();
      await chat.presses("Change");
      await chat.presses(label);
      await answer(chat);
      expect(chat.now.asks).toBe("check");
      expect(chat.now.text).toContain(said);
      expect(chat.now.lines).toHaveLength(6);
    }
  });

  it("is looked at again when an answer was changed: a yes to the one before does not count", async () => {
    const chat = await answered();
    const before = chat.now;
    await chat.presses("Change");
    await chat.presses("Governorate");
    await chat.presses("AH");
    await chat.pressesAgain(before, "yes");
    expect(chat.now.ids[0]).toBe("old-button");
    expect(chat.world.did.registered.size).toBe(0);
  });

  it("goes back one question at a time to the first", async () => {
    const chat = await answered();
    // Where everything can be changed, "back" is a word.
    await chat.sends({ kind: "press", fingerprint: chat.now.fingerprint, value: "<back" });
    const asked = [chat.now.asks];
    while (chat.now.labels.includes("Back")) {
      await chat.presses("Back");
      asked.push(chat.now.asks);
    }
    expect(asked).toEqual(["governorate", "gender", "email", "name", "civil-id", "consent"]);
  });

  it("stands where it was after a pause, and stopping there keeps nothing", async () => {
    const chat = await answered();
    const before = chat.now.text;
    await chat.returns();
    expect(chat.now.text).toBe(before);
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
      () => chat.sends(ownNumber),
      () => chat.says("Noura"),
      () => chat.presses("<skip"),
      () => chat.presses("female"),
      () => chat.presses("KU"),
    ]) {
      await chat.presses("<help");
      helped.push(chat.now.ids[0]);
      await act();
    }
    await chat.presses("<help");
    helped.push(chat.now.ids[0]);
    expect(helped).toEqual([
      "consent-help",
      "register-civil-id-help",
      "proof-way-help",
      "help-contact",
      "register-name-help",
      "register-email-help",
      "register-gender-help",
      "register-governorate-help",
      "register-check-help",
    ]);
  });
});

describe("somebody who comes back", () => {
  it("is recognised and asked nothing twice", async () => {
    for (const argument of [undefined, "again"]) {
      const chat = await chatWith(register, fakeWorld({ account: provedAccount }), "register").opens(argument);
      expect(chat.now.state).toBe("ended");
      expect(chat.now.text).toBe("You have an account here: Noura Al-Mutairi …4471");
      expect(chat.now.buttons).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ command: "privacy" }),
          expect.objectContaining({ command: "language" }),
        ]),
      );
    }
  });

  it("is recognised by the last digits where no name is known", async () => {
    const chat = await chatWith(register, fakeWorld({ account: { ...provedAccount, name: {} } }), "register").opens();
    expect(chat.now.text).toBe("You have an account here: civil ID …4471");
  });

  it("may try again with another number or phone if not on record", async () => {
    const world = fakeWorld({ account: unprovedAccount, service: { codesOffered: false } });
    const chat = await chatWith(register, world, "register").opens();
    expect(chat.now.ids).toEqual(["register-known", "register-unproved", "register-unproved-next"]);
    expect(chat.now.buttons[0]).toMatchObject({ command: "register", argument: "again" });
    await chat.opens("again");
    expect(chat.now.asks).toBe("consent");
    await chat.presses("yes");
    await chat.says(mine);
    await chat.sends(ownNumber);
    await chat.says("Noura");
    await chat.presses("<skip");
    await chat.presses("female");
    await chat.presses("HA");
    await chat.presses("yes");
    expect(chat.now.ids).toEqual(["register-proved"]);
  });
});

describe("consent", () => {
  it("has a new version when its words are new", () => {
    const words = languages.flatMap((language) =>
      (["consent-what", "consent-where", "consent-rights"] as const)
        .map((id) => speak.plain(language, { id }))
        .concat(speak.plain(language, { id: "consent-why", args: { operator: "" } })),
    );
    const digest = createHash("sha256").update(words.join("\n")).digest("hex").slice(0, 12);
    expect([consentVersion, digest]).toEqual(["2026-11", "1d0e94002d44"]);
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
