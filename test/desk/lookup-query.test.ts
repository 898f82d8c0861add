import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuery } from "../../src/desk/lookup-query.js";
import { civilId } from "../support/fake-world.js";

const id = civilId("1985-03-02", 2200);
const token = "Ab3_-efghijklmnopqrstu";
const arabic = (text: string) => text.replace(/\d/gu, (digit) => String.fromCharCode(0x660 + Number(digit)));
const ways = (text: string) => readQuery(text).map(({ by }) => by);

describe("what the staff types", () => {
  it.each([
    [id, "civil-id"],
    [` ${arabic(id).slice(0, 6)} ${arabic(id).slice(6)} `, "civil-id"],
    ["5012 3456", "phone"],
    ["+965-50123456", "phone"],
    ["٥٠١٢٣٤٥٦", "phone"],
    ["TJ-2026-ABCDEFGH", "receipt"],
    ["tj ٢٠٢٦ abcd efgh", "receipt"],
    [`https://pay.test/p/${token}`, "link"],
    [`https://pay.test/p/${token}?lang=ar`, "link"],
    [token, "link"],
    ["HI-2026-004411", "policy"],
    ["hi ٢٠٢٦ ٠٠٤٤١١", "policy"],
    [`${id.slice(0, 6)}.${id.slice(6)}`, "civil-id"],
    [`${id}.`, "civil-id"],
    ["5012/3456", "phone"],
    ["(965) 5012 3456", "phone"],
    ["HI-2026-004411.", "policy"],
  ])("%s is a %s", (text, by) => {
    expect(ways(text)[0]).toBe(by);
  });

  it.each([
    [`المتصلة رقمها ${arabic(id)}`, "civil-id"],
    [`she calls from 5012 3456, she says`, "phone"],
    [`المتصلة رقمها ${arabic(`${id.slice(0, -1)}${(Number(id.at(-1)) + 1) % 10}`)}`, "wrong-digit"],
  ])("holds one number among words: %s", (text, by) => {
    expect(ways(text)).toContain(by);
  });

  it.each([
    `https://pay.test/p/${token} please`,
    `ادفع من هنا: https://pay.test/r/${token}.`,
    `(${`https://pay.test/p/${token}`})`,
    `https://pay.test/p/${token}, https://pay.test/r/${token}`,
    `https%3A%2F%2Fpay.test%2Fp%2F${token}`,
  ])("is a link wherever it stands: %s", (text) => {
    expect(readQuery(text)).toEqual([{ by: "link", token }]);
  });

  it.each([
    "receipt TJ-2026-ABCDEFGH",
    "رقم الإيصال TJ-٢٠٢٦-ABCDEFGH من فضلك",
    "TJ-2026-ABCDEFGH.",
    "it is t j 2026... no, tj 2026 ab cd ef gh, thank you",
  ])("is a receipt wherever its number stands: %s", (text) => {
    expect(readQuery(text)).toEqual([{ by: "receipt", number: "TJ-2026-ABCDEFGH" }]);
  });

  it("names nobody by two links or two receipts", () => {
    expect(readQuery(`/p/${token} /p/${token.toUpperCase()}`)).toEqual([]);
    expect(readQuery("TJ-2026-ABCDEFGH or TJ-2026-ABCDEFGJ")).toEqual([]);
  });

  const reference = "3f2a91bc00d14e5f8a7b6c5d4e3f2a1b";
  it.each([
    [reference, reference.toUpperCase()],
    [reference.replace(/.{4}(?=.)/gu, "$& "), reference.toUpperCase()],
    [`the track ID that stands on her receipt is ${reference}.`, reference.toUpperCase()],
    ["sbx12ab34cd56", "SBX12AB34CD56"],
    ["رقم الدفعة ١٠٠٢٠٢٥١٢٣٤٥٦٧٨٩٠١", "100202512345678901"],
    ["chg_TS03A4520260811", "CHG_TS03A4520260811"],
  ])("can be a payment's number: %s", (text, name) => {
    expect(readQuery(text)).toContainEqual({ by: "payment", name });
  });

  it("takes no day in a sentence and no e-mail address for anybody's number", () => {
    expect(ways("please renew until 21/11/2026 for both of them")).toEqual([]);
    expect(ways("noura.2026-b@example.com")).toEqual([]);
  });

  it("names nobody by several numbers among words, nor by a part of a policy's", () => {
    expect(ways(`${id} and 5012 3456 are hers, is it so?`)).toEqual([]);
    expect(ways("P/50123456")).toEqual(["policy", "payment"]);
  });

  it("is read as a slip of the pen where one digit of a civil ID is wrong, after all that it can be", () => {
    expect(ways(`${id.slice(0, -1)}${(Number(id.at(-1)) + 1) % 10}`)).toEqual(["policy", "payment", "wrong-digit"]);
  });

  it("is a policy's number whatever its digits, spacing and case", () => {
    expect(readQuery("hi–٢٠٢٦ 004411")).toContainEqual({ by: "policy", number: "HI2026004411" });
  });

  it("can be a phone's and a policy's number", () => {
    expect(ways("50123456")).toEqual(["phone", "policy", "payment"]);
  });

  it.each(["", "hello", "مرحبا", "I have 2 workers and one driver", "?", "5"])("%j names nobody", (text) => {
    expect(readQuery(text)).toEqual([]);
  });

  it("reads the same from any spacing of a civil ID", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 11 }), { maxLength: 3 }),
        fc.constantFrom(" ", "-", "\u200f"),
        (at, gap) => {
          const spaced = [...id].map((digit, place) => (at.includes(place) ? gap + digit : digit)).join("");
          expect(readQuery(spaced)[0]).toEqual({ by: "civil-id", civilId: id });
        },
      ),
    );
  });

  it("never throws, whatever it is", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void readQuery(text)));
  });
});
