import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buttonsAlone, commands } from "../../src/words/command.js";
import { foldText } from "../../src/words/fold-text.js";
import { languages } from "../../src/words/line.js";
import { loadWords } from "../../src/words/load.js";
import { createUnderstand, type Phrases, understood } from "../../src/words/understand.js";

const { understand: read, speak } = await loadWords("locales");
const understand = (text: string) => {
  const understanding = read(text);
  return understanding.kind === "meant" ? understanding.meaning : undefined;
};
const table: { phrases: Phrases } = JSON.parse(await readFile("locales/phrases.json", "utf8"));
const labels = await readFile("locales/en.ftl", "utf8");

describe("understanding free text", () => {
  it.each([
    ["أبي أجدد الضمان", "renew"],
    ["ابي اجدد الظمان", "renew"],
    ["ابغى اجدّد ضمااان الشغالة", "renew"],
    ["I want to renew my maid's insurance", "renew"],
    ["RENEW!!!", "renew"],
    ["شلون أدفع", "pay"],
    ["شلون أدفع لو سمحت؟", "pay"],
    ["أبي أدفع بدون تسجيل", "pay-quick"],
    ["متى يخلص", "inquire"],
    ["السلام عليكم، متى يخلص ضمان السايق", "inquire"],
    ["جم باقي", "inquire"],
    ["چم باقي", "inquire"],
    ["when does it expire", "inquire"],
    ["hello, when does it expire?", "inquire"],
    ["how much is it", "quote"],
    ["كم الرسوم", "quote"],
    ["الرئيسية", "start"],
    ["هل هذا رسمي", "help"],
    ["is this a scam?", "help"],
    ["عطني الإيصال", "pay"],
    ["delete my account", "privacy"],
    ["English", "language"],
    ["كنسل", "cancel"],
    ["رجوع", "back"],
    ["جددت", "already-renewed"],
    ["والله جددت الضمان أمس", "already-renewed"],
    ["already renewed", "already-renewed"],
    ["has it been renewed?", "inquire"],
    ["ذكرني بعدين", "remind-later"],
    ["please remind me later", "remind-later"],
    ["ذكرني", "reminders"],
    ["سافرت", "worker-left"],
    ["She left the country", "worker-left"],
    ["she left Kuwait", "worker-left"],
    ["مو عندي", "not-mine"],
    ["الرقم المدني مو عندي", undefined],
    ["لا تذكرني", "stop-reminding"],
    ["don't remind me", "stop-reminding"],
    ["don't remind me on Fridays", "reminders"],
    ["تراجع", "undo"],
    ["undo", "undo"],
    ["إي نعم", "yes"],
    ["لا", "no"],
  ])("reads «%s» as %s", (text, meaning) => {
    expect(understand(text)).toBe(meaning);
  });

  it("can mean every command of the chat, and nothing else but the words that steer", () => {
    expect([...understood].sort()).toEqual(
      [
        ...commands.filter((each) => !buttonsAlone.some((alone) => alone === each)),
        "back",
        "change",
        "yes",
        "no",
      ].sort(),
    );
  });

  it("takes words that steer only when they are all that was said", () => {
    expect(understand("no")).toBe("no");
    expect(understand("there is no telling")).toBeUndefined();
    expect(understand("لا يوجد")).toBeUndefined();
    expect(understand("did they cancel flights today")).toBeUndefined();
  });

  it("takes what is done at once only when it is all that was said", () => {
    for (const text of ["if she has left the country, is the fee given back", "إذا سافرت يرجع المبلغ"])
      expect(understand(text)).not.toBe("worker-left");
    expect(understand("this payment is not mine")).not.toBe("not-mine");
  });

  it("finds a phrase on the borders of words alone", () => {
    expect(understand("payable")).toBeUndefined();
    expect(understand("coffees")).toBeUndefined();
  });

  it("prefers the longer of two phrases", () => {
    expect(understand("please pay without an account today")).toBe("pay-quick");
  });

  it.each(understood)(
    "knows at least fifteen phrasings of %s in each language, and reads each of them as it",
    (meaning) => {
      for (const language of languages) {
        const phrases = table.phrases[meaning][language];
        expect(new Set(phrases.map(foldText)).size).toBeGreaterThanOrEqual(15);
        for (const phrase of phrases) expect([phrase, understand(phrase)]).toEqual([phrase, meaning]);
      }
    },
  );

  it.each([...commands.filter((each) => !buttonsAlone.some((alone) => alone === each)), "back", "change"])(
    "reads its own name, and its button's label in both languages, as %s",
    (command) => {
      expect(understand(command)).toBe(command);
      const id = `button-${command}`;
      if (!labels.includes(`\n${id} =`)) return;
      for (const language of languages) expect(understand(speak.plain(language, { id: id as never }))).toBe(command);
    },
  );

  it("refuses a table in which one phrase means two things", () => {
    const twice = { ...table.phrases, no: { ...table.phrases.no, en: ["YES."] } };
    expect(() => createUnderstand(twice, [])).toThrow(/cannot mean/);
  });

  it("never throws, whatever is typed", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => void understand(text)));
  });

  it("reads a phrase alike however it is dressed", () => {
    const phrase = fc.constantFrom(...Object.values(table.phrases).flatMap(({ ar, en }) => [...ar, ...en]));
    const dressed = fc.tuple(phrase, fc.constantFrom("", " ", "؟", "!", "...", "\u200F"), fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(dressed, ([text, tail, isUpper, isStretched]) => {
        const stretched = isStretched ? text.replace(/(\p{L})(?=\p{L})/gu, "$1ـ") : text;
        expect(understand((isUpper ? stretched.toUpperCase() : stretched) + tail)).toBe(understand(text));
      }),
    );
  });
});
