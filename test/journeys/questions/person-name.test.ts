import { expect, it } from "vitest";
import { personNameAsked } from "../../../src/journeys/questions/person-name.js";
import { line } from "../../../src/words/line.js";

const asked = personNameAsked({ prompt: [line("register-name")], help: line("register-name-help") });

it("takes a name, and no words that are understood as something else", () => {
  expect(asked.read({ kind: "text", text: "Anita Santos" }, undefined)).toMatchObject({ kind: "answer" });
  expect(asked.read({ kind: "text", text: "main menu", isKnown: true }, undefined)).toEqual({ kind: "unread" });
});
