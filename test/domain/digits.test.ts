import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asciiDigits, dropInvisible, foldDigits } from "../../src/domain/digits.js";
import { anyText, notText, typed } from "./arbitraries.js";

describe("digits", () => {
  it("reads every digit of the three foreign scripts", () => {
    expect(foldDigits("٠١٢٣٤٥٦٧٨٩")).toBe("0123456789");
    expect(foldDigits("۰۱۲۳۴۵۶۷۸۹")).toBe("0123456789");
    expect(foldDigits("０１２３４５６７８９")).toBe("0123456789");
  });

  it("leaves the neighbours of the digit blocks alone", () => {
    expect(foldDigits("\u065f\u066a\u06ef\u06fa\uff0f\uff1a")).toBe("\u065f\u066a\u06ef\u06fa\uff0f\uff1a");
  });

  it("drops spaces, hyphens, tatweel and invisible marks", () => {
    expect(
      foldDigits(
        " 2\u00a08\u202f8\u3000-\u20100\u20117\u20130\u20148\u22120\ufe634\uff0d1\u0640\u200f0\u200e6\u061c\n",
      ),
    ).toBe("288070804106");
    expect(foldDigits("1\u200b2\u200c3\u200d4\u202a5\u202e6\u20607\u20668\u20699\ufeff0\u00ad\ufe0f")).toBe(
      "1234567890",
    );
  });

  it("keeps letters and other signs, for the caller to refuse", () => {
    expect(foldDigits("A+1.5٫ ه_४")).toBe("A+1.5٫ه_४");
  });

  it("reads digits without touching the signs between them, and the other way round", () => {
    expect(asciiDigits("٥-۵ ５\u200f")).toBe("5-5 5\u200f");
    expect(dropInvisible("٥-\u200f۵ ５")).toBe("٥-۵ ５");
  });

  it("reads any mixture of scripts and separators alike", () => {
    const way = fc.stringMatching(/^[0-9]{0,14}$/).chain((digits) => typed(digits).map((text) => ({ digits, text })));
    fc.assert(fc.property(way, ({ digits, text }) => foldDigits(text) === digits));
  });

  it("changes nothing the second time, and never throws", () => {
    fc.assert(fc.property(anyText, (text) => foldDigits(foldDigits(text)) === foldDigits(text)));
    fc.assert(fc.property(notText, (value) => foldDigits(value as string) === ""));
  });
});
