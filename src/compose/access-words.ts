// A look of the staff's in one line of text, for a person's copy of their data.
import { accessLines } from "../journeys/access-lines.js";
import type { TellAccess } from "../records/everything.js";
import type { Speak } from "../words/fluent.js";
import { firstLanguage } from "./chat.js";

export function createTellAccess(speak: Speak): TellAccess {
  return (access, language) =>
    accessLines(access)
      .map((each) => speak.plain(language ?? firstLanguage, each))
      .join(" ");
}
