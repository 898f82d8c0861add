import { describe, expect, it } from "vitest";
import { governorates } from "../../src/domain/places.js";
import { account } from "../../src/journeys/account.js";
import type { Account } from "../../src/journeys/people-port.js";
import { languages } from "../../src/words/line.js";
import { fakeWorld, provedAccount, unprovedAccount } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

const bare = { email: undefined, gender: undefined, governorate: undefined } as const;

function chatOf(held: Account | undefined, language: "ar" | "en" = "en") {
  return chatWith(account, fakeWorld({ account: held, language }), "account");
}

describe("an account", () => {
  it("shows all that it holds, numbers by their last digits, in six lines at most", async () => {
    const full = { ...provedAccount, email: "noura@example.com" } as const;
    for (const language of languages)
      for (const held of [full, { ...full, ...bare }, unprovedAccount, { ...unprovedAccount, name: {} }]) {
        const chat = await chatOf(held, language).opens();
        expect(chat.now.lines.length).toBeLessThanOrEqual(6);
        expect(chat.now.text).toContain(held.lastFour);
      }
    expect((await chatOf(full).opens()).now.text).toBe(
      [
        "Your account: Noura Al-Mutairi …4471",
        "• Mobile number: ends in 23",
        "• E-mail: noura@example.com",
        "• Gender: Female",
        "• Governorate: Hawalli",
      ].join("\n"),
    );
  });

  it("offers each thing that may be told, and the name only where none is on record", async () => {
    const changes = async (held: Account) =>
      (await chatOf(held).opens()).now.buttons.flatMap((button) =>
        button.kind === "command" && button.command === "account" ? [button.argument] : [],
      );
    expect(await changes(provedAccount)).toEqual(["email", "gender", "governorate"]);
    expect(await changes(unprovedAccount)).toEqual(["name", "email", "gender", "governorate"]);
  });

  it("lets somebody who is not on record register again", async () => {
    const again = expect.objectContaining({ command: "register", argument: "again" });
    expect((await chatOf(unprovedAccount).opens()).now.buttons).toContainEqual(again);
    expect((await chatOf(provedAccount).opens()).now.buttons).not.toContainEqual(again);
  });

  it("leads a stranger into registering, and back to it", async () => {
    expect((await chatOf(undefined).opens("email")).now.leadsTo).toEqual({
      command: "register",
      argument: "for:account email",
    });
  });

  it.each([
    ["email", "noura@example.com", "• E-mail: noura@example.com"],
    ["gender", "Male", "• Gender: Male"],
    ["governorate", "Ahmadi", "• Governorate: Ahmadi"],
    ["name", "Sara Ali", "Sara Ali …4471"],
  ] as const)("keeps the %s that is told, and shows it", async (what, said, shown) => {
    const chat = await chatOf(unprovedAccount).opens(what);
    expect(chat.now.asks).toBe(what);
    await chat.says(said);
    expect(chat.now.ids[0]).toBe("account-kept");
    expect(chat.now.text).toContain(shown);
    expect(chat.world.did.described).toMatchObject([{ what }]);
  });

  it("asks nobody for a name that is on record", async () => {
    const chat = await chatOf(provedAccount).opens("name");
    expect(chat.now.ids[0]).toBe("account-title");
    expect(chat.world.did.described).toEqual([]);
  });

  it("may do without an e-mail again", async () => {
    const chat = await chatOf({ ...provedAccount, email: "noura@example.com" }).opens("email");
    await chat.presses("Without e-mail");
    expect(chat.world.did.described).toEqual([{ what: "email", value: undefined }]);
    expect(chat.now.ids).not.toContain("fact-email");
  });

  it("has help at each question, and keeps nothing of somebody who stops there", async () => {
    for (const what of ["name", "email", "gender", "governorate"] as const) {
      const chat = await chatOf(unprovedAccount).opens(what);
      await chat.presses("<help");
      expect(chat.now.ids[0]).toBe(`register-${what}-help`);
      await chat.presses("Stop");
      expect(chat.now.state).toBe("cancelled");
      expect(chat.world.did.described).toEqual([]);
    }
  });
});

describe("what is told of oneself", () => {
  it.each([
    ["   ", "name-empty"],
    ["x".repeat(81), "name-too-long"],
    ["N", "name-not-a-name"],
    ["Noura 2", "name-not-a-name"],
  ] as const)("is a name, or refused with a reason: %s", async (typed, why) => {
    const chat = await chatOf(unprovedAccount).opens("name");
    await chat.says(typed);
    expect(chat.now.ids).toEqual([why, "register-name"]);
  });

  it("takes a number or a question for something else than a name", async () => {
    for (const text of [fakeWorld().records.sponsor, "٢٠", "when does it end?", "متى يخلص؟"]) {
      const chat = await chatOf(unprovedAccount).opens("name");
      await chat.says(text);
      expect(chat.now.state).toBe("unread");
    }
  });

  it("tells a slip in an address from a sentence that is none", async () => {
    const chat = await chatOf(provedAccount).opens("email");
    for (const slip of ["noura@", "noura.example.com", " noura@example "]) {
      await chat.says(slip);
      expect(chat.now.ids).toEqual(["email-not-an-address", "register-email"]);
    }
    for (const sentence of ["متى يخلص الضمان.", "renew please", "none"]) {
      await chat.says(sentence);
      expect(chat.now.state).toBe("unread");
    }
  });

  it("reads a message of nothing but dots as quickly as any other", async () => {
    const chat = await chatOf(provedAccount).opens("email");
    const began = performance.now();
    await chat.says(`${".".repeat(60_000)} x`);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(chat.now.asks).toBe("email");
  });

  it("offers the six governorates and takes each", async () => {
    for (const code of governorates) {
      const chat = await chatOf(provedAccount).opens("governorate");
      expect(chat.now.buttons.slice(0, 6).map((button) => button.kind === "answer" && button.value)).toEqual([
        ...governorates,
      ]);
      await chat.presses(code);
      expect(chat.world.account?.governorate).toBe(code);
    }
  });

  it("may be chosen by typing the button's word in either language", async () => {
    const female = await chatOf(provedAccount).opens("gender");
    await female.says("أنثى");
    expect(female.world.account?.gender).toBe("female");
    const skipped = await chatOf(provedAccount).opens("email");
    await skipped.says("متابعة بلا بريد");
    expect(skipped.now.state).toBe("ended");
  });
});
