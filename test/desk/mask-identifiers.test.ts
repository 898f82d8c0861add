// What the staff reads of a person's words: no civil ID, phone or link's token whole, in whatever writing and company; all else as it was.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskIdentifiers } from "../../src/desk/mask-identifiers.js";
import { parseCivilId } from "../../src/domain/civil-id.js";
import { newToken } from "../../src/secrets/keyed-index.js";
import { joseph, noura } from "../support/people-world.js";
import { between, civilId, company, mobile, written } from "../support/written-numbers.js";

const phone = "50001234";
const [shownId, shownPhone] = [`••••${noura.slice(-4)}`, "••••234"];
const spaced = (id: string, gap: string) => id.replace(/(?<=^.{6})/u, gap);

describe("what the staff reads", () => {
  it.each([
    [`${noura} ${phone}`, `${shownId} ${shownPhone}`],
    [`${noura}\n${phone}`, `${shownId}\n${shownPhone}`],
    [`${phone}\n${noura}`, `${shownPhone}\n${shownId}`],
    [`${noura}, ${phone}`, `${shownId}, ${shownPhone}`],
    [`${noura},${phone}`, `${shownId},${shownPhone}`],
    [`${noura}/${phone}`, `${shownId}/${shownPhone}`],
    [`${noura}${phone}`, `${shownId}${shownPhone}`],
    [`id${noura}tel${phone}`, `id${shownId}tel${shownPhone}`],
    [`${noura} ${joseph}`, `${shownId} ••••${joseph.slice(-4)}`],
    [spaced(noura, "."), shownId],
    [spaced(noura, "  "), shownId],
    [spaced(noura, " - "), shownId],
    [noura.replace(/\B(?=(\d{3})+$)/gu, ","), shownId],
    ["5000 1234 50005678", "••••234 ••••678"],
    ["5000 1234 5000 5678", "••••234 ••••678"],
    ["5000123450005678", "••••234••••678"],
    ["50 00 12 34 / 5000-5678", "••••234 / ••••678"],
    ["+965 5000 1234, 00965-50005678", "••••234, ••••678"],
    ["0096550001234+96550005678", "••••234••••678"],
    ["(+965) 5000 1234", "(••••234"],
    ["50,001,234", "••••234"],
    ["٥٠٠٠ ١٢٣٤", "••••234"],
    ["५०००१२३४", "••••234"],
    ["5️⃣0️⃣0️⃣0️⃣1️⃣2️⃣3️⃣4️⃣", "••••234"],
    ["5\u200b000\u206012\u200f34", "••••234"],
    ["my 2 workers, 50001234 is mine since 2020", "my 2 workers, ••••234 is mine since 2020"],
  ])("of %j is %j", (written, read) => expect(maskIdentifiers(written)).toBe(read));

  it.each([
    "I paid KD 10.000 on 21/11/2026, and 5.000 on 2026-01-05",
    "50.000 100.000",
    "from 21/11/2026 5.000 to 20-11-2028 10.000",
    "6/12/2026 500 and 5/12/26 500",
    "2026-11-21–2027-11-20",
    "60,30,14,73,1,0,-7",
    "TJ-2026-56789234 and tj 2026 9234 5678",
    "HI-2026-50001234",
    "policy 4500123, worker 2 of 12, ends in 0018",
    "call 151 or 92000 1177",
    "and/p/or /r/ /x/y w/p/ everything, https://x.example/p/about-our-page",
    "",
  ])("of %j is all of it", (written) => expect(maskIdentifiers(written)).toBe(written));

  it.each([
    ["does not open: https://pay.example/p/TOKEN", "does not open: https://pay.example/p/••••"],
    ["https://pay.example/x/TOKEN?a=1", "https://pay.example/x/••••?a=1"],
    ["pay.example/r/TOKEN, why", "pay.example/r/••••, why"],
    ["https://pay.example/p/TOKEN/pay", "https://pay.example/p/••••/pay"],
    ["https://pay.example/p/ TOKEN does", "https://pay.example/p/ •••• does"],
    ["https://pay.example/p/\nTOKEN\nnot", "https://pay.example/p/\n••••\nnot"],
    ["https://pay.example / x / TOKEN", "https://pay.example / x / ••••"],
    [
      "https://l.example/?u=https%3A%2F%2Fpay.example%2Fp%2FTOKEN&h=1",
      "https://l.example/?u=https%3A%2F%2Fpay.example%2Fp%2F••••&h=1",
    ],
    ["/p/\u200bTOKEN and /x/TOKEN", "/p/•••• and /x/••••"],
  ])("of the link %j is %j", (written, read) => {
    fc.assert(
      fc.property(
        fc.constant(undefined).map(() => newToken().token),
        (token) => {
          expect(maskIdentifiers(written.replaceAll("TOKEN", token))).toBe(read);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("of a link that was broken within its token is no part of it", () => {
    const token = "AbCdEfGhIjKlMnOpQrStUv";
    for (let at = 1; at < token.length; at += 1) {
      const written = `https://pay.example/p/${token.slice(0, at)}\n${token.slice(at)} does not open`;
      expect(maskIdentifiers(written)).not.toContain(token.slice(0, 15));
      expect(maskIdentifiers(written).replace(/\s/gu, "")).not.toContain(token);
    }
  });

  const read = (text: string) =>
    [...text.normalize("NFKC")]
      .map((char) => [...digitsOf(char)][0] ?? char)
      .join("")
      .replace(/[^\p{L}\p{N}•]/gu, "")
      .replaceAll("\u0640", "");
  const digitsOf = (char: string) =>
    ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९"].flatMap((ten) =>
      ten.includes(char) ? [`${[...ten].indexOf(char)}`] : [],
    );

  it("never holds a civil ID or a phone, in any digits, spacing and company", () => {
    fc.assert(
      fc.property(
        company,
        between,
        written(fc.oneof(civilId, mobile)),
        between,
        company,
        (before, left, text, right, after) => {
          // A policy may have a phone's last digits by chance.
          fc.pre(!read(`${before} ${after}`).includes(read(text).slice(-6)));
          const masked = maskIdentifiers(`${before}${left}${text}${right}${after}`);
          expect(read(masked)).not.toContain(read(text).slice(-6));
        },
      ),
      { numRuns: 4_000 },
    );
  });

  it("never holds either of two numbers, one after the other", () => {
    fc.assert(
      fc.property(
        written(fc.oneof(civilId, mobile)),
        between,
        written(fc.oneof(civilId, mobile)),
        (one, middle, other) => {
          const masked = read(maskIdentifiers(`${one}${middle}${other}`));
          for (const each of [one, other]) expect(masked).not.toContain(read(each).slice(-6));
        },
      ),
      { numRuns: 4_000 },
    );
  });

  it("is all of it where neither is there", () => {
    fc.assert(
      fc.property(company, (text) => {
        // Two amounts side by side may have the digits of one by chance.
        const digits = read(text).replace(/\D/gu, "");
        fc.pre(![...digits].some((_, at) => parseCivilId(digits.slice(at, at + 12)).ok));
        expect(maskIdentifiers(text)).toBe(text);
      }),
      { numRuns: 4_000 },
    );
  });

  // Each reading of each date with those of all others would take longer than the test may, and more than double with each further one.
  it.each(["1-1-2020-", "1-1-20-", "5.000-", "1/1/2020/", "50001234 ", "+965 "])(
    "is there at once for a long message of %j that is none in the end",
    (part) => {
      const text = `${part.repeat(Math.floor(4_000 / part.length))}9x`;
      expect(maskIdentifiers(text)).toContain("x");
    },
  );

  it("leaves a row of dates and of amounts as they are", () => {
    for (const text of ["1-1-2020-2-1-2020", "2020/01/31–2020/02/28", "5.000-10.000", "1-1-20/2-1-20"])
      expect(maskIdentifiers(text)).toBe(text);
  });
});
