// Language: Arabic or English, for everything the service says in this chat from now on.
import { type Language, type Line, line } from "../words/line.js";
import type { Journey } from "./journey.js";
import { menu } from "./menu.js";
import type { Question } from "./question.js";
import { oneOf } from "./questions/one-of.js";

/**
 * Asked in both languages at once: whoever reads it may not read the other.
 * @param above what a newcomer is told first
 */
export function languageAsked(above: readonly Line[] = []): Question<Language> {
  return oneOf<Language>({
    prompt: [...above, line("language-ask-ar"), line("language-ask-en")],
    help: line("language-help"),
    options: [
      { value: "ar", label: line("button-arabic"), means: "ar" },
      { value: "en", label: line("button-english"), means: "en" },
    ],
    perRow: 2,
  });
}

export const language: Journey = async (ask, _prove, world) => {
  await world.people.chooseLanguage(await ask("language", languageAsked()));
  return { say: [menu(world, [line("language-chosen")])] };
};
