import { describe, expect, it } from "vitest";
import { journeys } from "../../src/journeys/catalogue.js";
import { type MenuOf, menu } from "../../src/journeys/menu.js";
import { deskAnswers, type Message, reminderAnswers } from "../../src/journeys/message.js";
import { languages } from "../../src/words/line.js";
import { loadWords } from "../../src/words/load.js";
import { provedAccount, unprovedAccount } from "../support/fake-world.js";

const of = { proved: provedAccount, unproved: unprovedAccount, stranger: undefined };
const commandsOf = ({ buttons = [] }: Message) =>
  buttons.flat().map((button) => (button.kind === "command" ? button.command : button.kind));
const menuOf = (account: MenuOf["account"]) => menu({ account });

describe("the main menu", () => {
  it("begins with what is likeliest for who is asking", () => {
    expect(commandsOf(menuOf(of.proved)).slice(0, 2)).toEqual(["renew", "inquire"]);
    expect(commandsOf(menuOf(of.unproved)).slice(0, 2)).toEqual(["pay-quick", "quote"]);
    expect(commandsOf(menuOf(of.stranger)).slice(0, 2)).toEqual(["register", "pay-quick"]);
  });

  it("leads everybody to help, to a person, to their data and to the other language", () => {
    for (const account of Object.values(of))
      expect(commandsOf(menuOf(account))).toEqual(expect.arrayContaining(["help", "human", "privacy", "language"]));
  });

  it("offers no way around an account to somebody on record", () => {
    for (const command of ["register", "pay-quick"]) expect(commandsOf(menuOf(of.proved))).not.toContain(command);
  });

  it("holds every command that begins a journey for everybody, each once; answers stand under a reminder alone", () => {
    const withoutAccount = new Set(["register", "pay-quick"]);
    for (const account of Object.values(of)) {
      const held = commandsOf(menuOf(account));
      expect(new Set(held).size).toBe(held.length);
      const answers = new Set<string>(["answer", ...reminderAnswers, ...deskAnswers]);
      const all = Object.keys(journeys).filter(
        (each) => (account !== of.proved || !withoutAccount.has(each)) && !answers.has(each),
      );
      expect(new Set(["start", ...held])).toEqual(new Set(all));
    }
  });

  it("asks what is wanted unless something else was to be said", () => {
    expect(menuOf(undefined).lines.map(({ id }) => id)).toEqual(["menu-ask"]);
    expect(menu({ account: undefined }, []).lines).toEqual([]);
  });

  it("has a word for each of its buttons: the label, typed, means the command, in both languages", async () => {
    const { speak, understand } = await loadWords("locales");
    for (const account of Object.values(of))
      for (const button of (menuOf(account).buttons ?? []).flat())
        for (const language of languages) {
          const label = speak.plain(language, button.label);
          expect([label, understand(label)]).toEqual([
            label,
            { kind: "meant", meaning: button.kind === "command" ? button.command : undefined },
          ]);
        }
  });
});
