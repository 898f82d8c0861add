// Every button is also a word: finds the answer button whose label a person typed, in either language and however they spell it.
import type { Message } from "../journeys/message.js";
import type { Speak } from "../words/fluent.js";
import { foldText } from "../words/fold-text.js";
import { languages } from "../words/line.js";

/** @returns the answer's value, or `undefined` if no answer button of the message bears this text */
export function createValueLabelled(speak: Speak): (message: Message, text: string) => string | undefined {
  return (message, text) => {
    const typed = foldText(text);
    if (typed === "") return undefined;
    const bears = languages.flatMap((language) =>
      (message.buttons ?? [])
        .flat()
        .flatMap((button) =>
          button.kind === "answer" && foldText(speak.plain(language, button.label)) === typed ? [button.value] : [],
        ),
    );
    return bears[0];
  };
}
