import { describe, expect, it } from "vitest";
import { journeys } from "../../src/journeys/catalogue.js";
import { type MenuOf, menu } from "../../src/journeys/menu.js";
import type { Message } from "../../src/journeys/message.js";
import { languages } from "../../src/words/line.js";
import { loadWords } from "../../src/words/load.js";
import { provedAccount, unprovedAccount } from "../support/fake-world.js";

const service = { isTest: false };
const of = { proved: provedAccount, unproved: unprovedAccount, stranger: undefined };
const commandsOf = ({ buttons = [] }: Message) =>
  buttons.flat().map((button) => (button.kind === "command" ? button.command : button.kind));
const menuOf = (account: MenuOf["account"]) => menu({ account, service });

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

  it("offers no registration to somebody on record, and nothing that needs an account to a stranger", () => {
    expect(commandsOf(menuOf(of.proved))).not.toContain("register");
    for (const command of ["inquire", "renew", "workers"])
      expect(commandsOf(menuOf(of.stranger))).not.toContain(command);
  });

  it("holds every journey but the start for somebody, each once", () => {
    const menus = Object.values(of).map((account) => commandsOf(menuOf(account)));
    for (const each of menus) expect(new Set(each).size).toBe(each.length);
    expect(new Set(["start", ...menus.flat()])).toEqual(new Set(Object.keys(journeys)));
  });

  it("asks what is wanted unless something else was to be said", () => {
    expect(menuOf(undefined).lines.map(({ id }) => id)).toEqual(["menu-ask"]);
    expect(menu({ account: undefined, service }, []).lines).toEqual([]);
  });

  it("says TEST where money is not real", () => {
    const test = menu({ account: undefined, service: { isTest: true } });
    expect(test.lines.map(({ id }) => id)).toEqual(["notice-test", "menu-ask"]);
  });

  it("has a word for each of its buttons: the label, typed, means the command, in both languages", async () => {
    const { speak, understand } = await loadWords("locales");
    for (const account of Object.values(of))
      for (const button of (menuOf(account).buttons ?? []).flat())
        for (const language of languages) {
          const label = speak.plain(language, button.label);
          expect([label, button.kind === "command" && understand(label)]).toEqual([
            label,
            button.kind === "command" && button.command,
          ]);
        }
  });
});
