// Language: Arabic or English, for everything the service says in this chat from now on.
import { type Language, line } from "../words/line.js";
import type { Journey } from "./journey.js";
import { menu } from "./menu.js";
import type { Question } from "./question.js";
import { oneOf } from "./questions/one-of.js";

/** Asked in both languages at once: whoever reads it may not read the other. */
export const askLanguage: Question<Language> = oneOf<Language>({
  prompt: [line("language-ask-ar"), line("language-ask-en")],
  help: line("language-help"),
  name: line("language-answer"),
  options: [
    { value: "ar", label: line("button-arabic"), means: "ar" },
    { value: "en", label: line("button-english"), means: "en" },
  ],
  perRow: 2,
});

export const language: Journey = async (ask, _prove, world) => {
  const chosen = await ask("language", askLanguage);
  await world.people.chooseLanguage(chosen);
  return { say: [menu(world, [line("language-chosen")])] };
};
