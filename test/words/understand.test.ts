import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buttonsAlone, commands } from "../../src/words/command.js";
import { foldText } from "../../src/words/fold-text.js";
import { learnTable } from "../../src/words/learn-table.js";
import { packLearned, unpackLearned } from "../../src/words/learned.js";
import { languages } from "../../src/words/line.js";
import { loadWords } from "../../src/words/load.js";
import { type Meaning, meanings, registers, type Table, understood } from "../../src/words/meanings.js";
import { steering } from "../../src/words/understand.js";
import { crossValidated, heldNothing, ratesOf } from "../support/read-phrases.js";
import { readingTimes } from "../support/reading-times.js";

const { understand: read, speak } = await loadWords("locales");
const understand = (text: string) => {
  const understanding = read(text);
  return understanding.kind === "meant" ? understanding.meaning : undefined;
};
const table: Table = JSON.parse(await readFile("locales/phrases.json", "utf8"));
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
    ["هل هذا رسمي", "is-it-official"],
    ["is this a scam?", "is-it-fraud"],
    ["عطني الإيصال", "lost-receipt"],
    ["renew residency", "residency-elsewhere"],
    ["I want to renew my maid's residency", "residency-elsewhere"],
    ["تجديد الاقامة", "residency-elsewhere"],
    ["أبي أجدد اقامة السايق", "residency-elsewhere"],
    ["cancel my payment", "cancel-payment"],
    ["ألغوا الدفع", "cancel-payment"],
    ["ابي فلوسي ترجع", "refund"],
    ["paid but nothing came", "paid-nothing-came"],
    ["دفعت مرتين", "charged-twice"],
    ["لي متى التغطية", "inquire"],
    ["غيرت رقمي", "changed-phone"],
    ["the maid ran away", "absconded"],
    ["el 5adama harbat", "absconded"],
    ["visa", "visas-elsewhere"],
    ["I need an invoice in the name of my company", "company-invoice"],
    ["abi ajaded", "renew"],
    ["shlon adfa3", "pay"],
    ["meta ye5als", "inquire"],
    ["wain el receipt", "lost-receipt"],
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

  it("takes no word that steers from a message that holds another word as well", () => {
    const steers = ["yes", "no", "back", "change", "undo"] as const;
    const phrases = steers.flatMap((meaning) => registers.flatMap((register) => table.phrases[meaning][register]));
    const whole = new Set(phrases.map(foldText));
    const others = ["but", "wait", "لا", "بس", "year", "wrong", "بكره", "joseph", "later"];
    const steered = phrases.flatMap((phrase) =>
      others
        .flatMap((other) => [`${phrase} ${other}`, `${other} ${phrase}`])
        .filter((text) => !whole.has(foldText(text)) && steers.some((meaning) => understand(text) === meaning)),
    );
    expect(steered).toEqual([]);
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

  it.each(meanings)(
    "knows at least twelve phrasings of %s in each language, and reads each of them as it",
    (meaning) => {
      for (const register of registers) {
        const phrases = table.phrases[meaning][register];
        expect(new Set(phrases.map(foldText)).size).toBeGreaterThanOrEqual(register === "arabizi" ? 5 : 12);
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
    const phrases = { ...table.phrases, no: { ...table.phrases.no, en: ["YES."] } };
    expect(() => learnTable({ ...table, phrases })).toThrow(/cannot mean/);
  });

  it("never throws, whatever is typed", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => void understand(text)));
  });

  it("reads a phrase alike however it is dressed", () => {
    const phrase = fc.constantFrom(
      ...Object.values(table.phrases).flatMap(({ ar, en, arabizi }) => [...ar, ...en, ...arabizi]),
    );
    const dressed = fc.tuple(phrase, fc.constantFrom("", " ", "؟", "!", "...", "\u200F"), fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(dressed, ([text, tail, isUpper, isStretched]) => {
        const stretched = isStretched ? text.replace(/(\p{L})(?=\p{L})/gu, "$1ـ") : text;
        expect(understand((isUpper ? stretched.toUpperCase() : stretched) + tail)).toBe(understand(text));
      }),
    );
  });

  it.each([
    "I don't want to renew",
    "please do not renew my maid's insurance",
    "لا تجددون",
    "ما ابي اجدد الضمان",
    "لا أرغب في التجديد",
    "ma abi ajaded",
  ])("begins no renewal for «%s»", (text) => {
    expect(understand(text)).not.toBe("renew");
  });

  it("takes from the sentence the years and the language that it names", () => {
    expect(read("renew for two years")).toEqual({ kind: "meant", meaning: "renew", said: { years: 2 } });
    expect(read("ابي اجدد سنتين")).toEqual({ kind: "meant", meaning: "renew", said: { years: 2 } });
    expect(read("ابي اجدد ثلاث سنوات")).toEqual({ kind: "meant", meaning: "renew", said: { years: 3 } });
    expect(read("ابي اجدد هالسنة")).toEqual({ kind: "meant", meaning: "renew" });
    expect(read("English please")).toEqual({ kind: "meant", meaning: "language", said: { language: "en" } });
    expect(read("بالعربي")).toEqual({ kind: "meant", meaning: "language", said: { language: "ar" } });
    expect(read("I don't speak Arabic")).toEqual({ kind: "meant", meaning: "language", said: { language: "en" } });
  });

  it("offers one to three meanings, none of them a word that steers, where it is not sure", () => {
    const steers = new Set<string>(["back", "change", "yes", "no", "undo", "helped"]);
    for (const text of [
      "insurance question about driver",
      "الضمان والدفع",
      "money",
      "maid",
      "the fee of the residency",
    ]) {
      const understanding = read(text);
      if (understanding.kind !== "near") continue;
      expect(understanding.meanings.length).toBeGreaterThan(0);
      expect(understanding.meanings.length).toBeLessThanOrEqual(3);
      expect(understanding.meanings.filter((each) => steers.has(each))).toEqual([]);
    }
  });

  it("reads as much of a text of 4,096 characters as of one of 400", () => {
    for (const unit of ["x", "ab ", "متى يخلص الضمان ", "\u0640", "ﷺ"]) {
      const long = unit.repeat(4096).slice(0, 4096);
      expect(read(long)).toEqual(read(long.slice(0, 400)));
    }
  });
});

describe("what was learned", () => {
  const learned = learnTable(table);
  const bytes = packLearned(learned, "0".repeat(64));

  it("is the same after it was written and read", () => {
    expect(unpackLearned(bytes)).toEqual(learned);
  });

  it("is refused where the file is not whole", () => {
    expect(() => unpackLearned(bytes.subarray(0, bytes.length - 1))).toThrow("not whole");
  });

  it("is read from a file of less than a megabyte", () => {
    expect(bytes.length).toBeLessThan(1_000_000);
  });

  it("costs less than a millisecond for a phrase, and for 4,096 characters meant to be slow", () => {
    const { everyday, hostile } = readingTimes(read, table);
    expect(everyday.median).toBeLessThan(0.5);
    expect(hostile.median).toBeLessThan(1);
  }, 120_000);
});

describe("phrases that were not learned", () => {
  const readings = crossValidated(table, 5, 1).filter(
    ({ expected }) => expected !== "nothing" && !steering.has(expected as Meaning),
  );

  it("are read rightly far more often than wrongly", () => {
    const { right, wrong, nearRight } = ratesOf(readings);
    expect(right).toBeGreaterThan(0.88);
    expect(right + nearRight).toBeGreaterThan(0.93);
    expect(wrong).toBeLessThan(0.03);
  });

  it("are seldom taken for something where they are no business of the service", async () => {
    const texts = await heldNothing();
    expect(texts.length).toBeGreaterThanOrEqual(100);
    expect(texts.filter((text) => understand(text) !== undefined).length / texts.length).toBeLessThan(0.12);
  });
});
