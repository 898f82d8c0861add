import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workerNamed } from "../../../src/journeys/questions/read-worker.js";
import { worker } from "../../support/fake-world.js";

const maria = worker(6);
const anita = worker(1);
const joseph = worker(2, { name: { en: "Joseph Fernando" } });
const latin = worker(3, { name: { en: "Lakshmi Perera" } });
const all = [maria, anita, joseph, latin];

describe("a worker who is named", () => {
  it.each([
    ["Maria", maria],
    ["maria santos", maria],
    ["ماريا", maria],
    ["ماريا سانتوس", maria],
    ["حق ماريا", maria],
    ["Mariia", maria],
    ["Marai", maria],
    ["Maira", maria],
    ["marya", maria],
    ["انيتا", anita],
    ["Anitta", anita],
    ["for Joseph please", joseph],
    ["josef", undefined],
    ["جوزيف", joseph],
    ["لاكشمي", latin],
    ["0107", anita],
    ["…0107", anita],
    ["0999", undefined],
    ["Santos", undefined],
    ["Grace", undefined],
    ["", undefined],
    ["للخدامة", undefined],
    ["Maria and Anita", undefined],
  ])("alone in a text is found: %s", (text, found) => {
    expect(workerNamed(text, all, "whole")).toBe(found);
  });

  it.each([
    ["renew Maria for two years", maria],
    ["ابي اجدد حق ماريا سنتين", maria],
    ["ابي اجدد حق الشغالة", undefined],
    ["renew Maria and Anita", undefined],
    ["when does it end", undefined],
  ])("is found in a sentence: %s", (text, found) => {
    expect(workerNamed(text, all, "within")).toBe(found);
  });

  it("is told from another of the same first name only by more of the name", () => {
    const other = worker(4, { name: { en: "Maria Lopez", ar: "ماريا لوبيز" } });
    expect(workerNamed("Maria", [maria, other], "whole")).toBeUndefined();
    expect(workerNamed("Maria Lopez", [maria, other], "whole")).toBe(other);
    expect(workerNamed("ماريا لوبيز", [maria, other], "whole")).toBe(other);
  });

  it("is nobody where no name is on record", () => {
    expect(workerNamed("Maria", [worker(1, { name: {} })], "whole")).toBeUndefined();
  });

  it("is found with any one letter of a long first name wrong", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.nat({ max: 10 }),
        fc.constantFrom(..."bcdfgklmnprstvw"),
        (of, place, letter) => {
          const [name = ""] = (of.name.en ?? "").split(" ");
          const at = place % name.length;
          const text = name.slice(0, at) + letter + name.slice(at + 1);
          expect([text, workerNamed(text, all, "whole")]).toEqual([text, of]);
        },
      ),
    );
  });

  it("never throws, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        void workerNamed(text, all, "whole");
        void workerNamed(text, all, "within");
      }),
    );
  });
});

describe("two workers of one first name", () => {
  const other = worker(7, { name: { en: "Maria Fernando" } });
  const santos = worker(6, { name: { en: "Maria Santos" } });

  it("are told apart by what follows it, and neither is meant without", () => {
    expect(workerNamed("renew maria fernando", [santos, other], "within")).toBe(other);
    expect(workerNamed("maria santos", [santos, other], "whole")).toBe(santos);
    expect(workerNamed("maria", [santos, other], "whole")).toBeUndefined();
  });
});
