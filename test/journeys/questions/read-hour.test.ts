import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHour } from "../../../src/journeys/questions/read-hour.js";

describe("a typed hour", () => {
  it.each([
    ["9", [9, 21]],
    ["09:30", [9, 21]],
    ["١٧:٠٠", [17]],
    ["17.00", [17]],
    ["5 pm", [17]],
    ["5pm", [17]],
    ["5 P.M.", [17]],
    ["12 pm", [12]],
    ["12 am", [0]],
    ["at 10 am", [10]],
    ["الساعة ٥", [5, 17]],
    ["٥ مساءً", [17]],
    ["9 ص", [9]],
    ["الساعة 4 العصر", [16]],
    ["0", [0, 12]],
    ["23", [23]],
  ])("reads %s", (text, hours) => {
    expect(readHour(text)).toEqual(hours);
  });

  it.each(["24", "9:75", "17 pm", "5 maids", "maid 5", "", "5 6 7", "288070804106", "متى يخلص"])(
    "is not seen in other text: %s",
    (text) => {
      expect(readHour(text)).toBeUndefined();
    },
  );

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readHour(text)));
  });
});
