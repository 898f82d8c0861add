// Reads an hour of the day as people type it: 9, 09:30, 5 pm, الساعة 5 مساءً, in any digits; the minutes are let go.
import { foldText } from "../../words/fold-text.js";
import words from "./hour-words.json" with { type: "json" };

const [at, morning, afternoon] = [words.at, words.morning, words.afternoon].map((each) => new Set(each.map(foldText)));

/** 0–23 in the order of likelihood: "5" is five in the morning or in the afternoon. `undefined` for anything else. */
export function readHour(text: string): readonly [number, ...number[]] | undefined {
  const shape = /^(?:(\p{L}[\p{L} ]*) )?(\d{1,2})(?: [0-5]\d)? ?(\p{L}[\p{L} ]*)?$/u;
  const [, before, digits, after] = shape.exec(foldText(text)) ?? [];
  const hour = Number(digits);
  if (digits === undefined || hour > 23 || (before !== undefined && !at?.has(before))) return undefined;
  if (after === undefined) return hour < 12 ? [hour, hour + 12] : [hour];
  if (hour > 12) return undefined;
  if (morning?.has(after)) return [hour % 12];
  return afternoon?.has(after) ? [(hour % 12) + 12] : undefined;
}
