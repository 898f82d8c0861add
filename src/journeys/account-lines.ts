// What an account holds, told to its holder: numbers by their last digits alone.
import { type Line, line } from "../words/line.js";
import type { Account } from "./people-port.js";

/** What is known; nothing of what is not. */
export function factLines(account: Account): readonly Line[] {
  const { phoneLastDigits: last, email, gender, governorate } = account;
  return [
    ...(last === undefined ? [] : [line("fact-phone", { last })]),
    ...(email === undefined ? [] : [line("fact-email", { email })]),
    ...(gender === undefined ? [] : [line("fact-gender", { gender: line(`gender-${gender}`) })]),
    ...(governorate === undefined
      ? []
      : [line("fact-governorate", { governorate: line(`governorate-${governorate}`) })]),
  ];
}
