// Every button is also a word: finds the answer button whose label, or another word for it, a person typed, in either language and spelling.
import type { Message } from "../journeys/message.js";
import type { Speak } from "../words/fluent.js";
import { foldText } from "../words/fold-text.js";
import { type Language, type Line, languages } from "../words/line.js";

/** @returns the answer's value, or `undefined` if this text means no answer button of the message */
export function createValueLabelled(speak: Speak): (message: Message, text: string) => string | undefined {
  return (message, text) => {
    const typed = foldText(text);
    if (typed === "") return undefined;
    const isMeant = (label: Line, language: Language) =>
      speak
        .plain(language, label)
        .split("|")
        .some((word) => foldText(word) === typed);
    const answers = (message.buttons ?? []).flat().filter((button) => button.kind === "answer");
    return answers.find(({ label, said }) =>
      languages.some((language) => isMeant(label, language) || (said !== undefined && isMeant(said, language))),
    )?.value;
  };
}
