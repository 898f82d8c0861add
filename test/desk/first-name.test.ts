import { expect, it } from "vitest";
import { firstName } from "../../src/desk/first-name.js";

it.each([
  ["Salem Al-Azmi", "Salem"],
  ["  سالم العازمي", "سالم"],
  ["Anne-Marie O’Hara", "Anne-Marie"],
  ["pay.evil.example Salem", "payevilexample"],
  ["https://t.me/evil", "httpstmeevil"],
  ["@evil /start #tag", "evil"],
  ["151 Huda", "Huda"],
  ["🙂 !", "–"],
  ["", "–"],
])("a name is said to people by its first word, and nothing in it can become a link: %s", (name, said) => {
  expect(firstName(name)).toBe(said);
});
