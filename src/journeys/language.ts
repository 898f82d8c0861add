// Language: Arabic or English, for everything the service says in this chat from now on.
import { type Language, languages, line } from "../words/line.js";
import type { Journey } from "./journey.js";
import type { Question } from "./question.js";
import { oneOf } from "./questions/one-of.js";
import { greeting } from "./start.js";

/** Asked in both languages at once: whoever reads it may not read the other. */
function languageAsked(): Question<Language> {
  return oneOf<Language>({
    prompt: [line("language-ask-ar"), line("language-ask-en")],
    help: line("language-help"),
    options: [
      { value: "ar", label: line("button-arabic"), means: "ar" },
      { value: "en", label: line("button-english"), means: "en" },
    ],
    perRow: 2,
  });
}

/** What is open is shown again in it; a stranger reads again who speaks, for the first time in a language of theirs. */
export const language: Journey = async (ask, _prove, world) => {
  const named = languages.find((each) => each === world.argument);
  await world.people.chooseLanguage(named ?? (await ask("language", languageAsked())));
  const lines = [line("language-chosen"), ...(world.account === undefined ? greeting(world) : [])];
  return { say: [{ lines }], showsAgain: true };
};
