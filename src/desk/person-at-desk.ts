// What a person writes while their chat waits for somebody, or somebody has it: all of it goes to whoever has it, and to those who may take it only words for the team.

import { consentAnswer } from "../journeys/desk-consent.js";
import type { Input } from "../journeys/input.js";
import type { Time } from "../messages/pace.js";
import type { About, AtDesk, PersonAtDesk } from "../turns/answer.js";
import type { Incoming } from "../turns/incoming.js";
import type { Fence } from "../turns/session-store.js";
import { type Language, type Line, line } from "../words/line.js";
import { awaitCard, type CardParts } from "./cards.js";
import type { Content } from "./handoff.js";
import type { StaffGroup } from "./staff.js";
import type { View } from "./view.js";

/** `key` is this message's; what is said about it is in this language. */
type Passing = { readonly handoff: number; readonly fence: Fence; readonly key: string; readonly language: Language };

/** The port to the records. */
export type PassOn = {
  /** To whoever has the chat, in one transaction with who that is. @param content `consent`: it answers what one of the staff has asked in the chat */
  toOwner(of: Passing, content: Content, consent: number | undefined): Promise<AtDesk>;
  /** While it waits: these words are kept for whoever takes it, or shown; and where the person is by now. */
  whileWaiting(of: Passing, words: Content | undefined, about: About): Promise<void>;
};

export function createPersonAtDesk(
  of: CardParts & {
    readonly time: Time;
    readonly passOn: PassOn;
    readonly group: () => Promise<StaffGroup | undefined>;
    readonly textOf: (view: View, language: Language) => string;
  },
) {
  return ({ handoff, fence }: { readonly handoff: number; readonly fence: Fence }): PersonAtDesk => {
    const passing = async (update: string): Promise<Passing> => {
      const language = (await of.group())?.language ?? "ar";
      return { handoff, fence, key: `pass:${fence.chat}:${update}`, language };
    };
    return { pass, settle };

    async function pass({ update, input, content }: Incoming): Promise<AtDesk> {
      const passed = await passing(update);
      // Where it cannot be posted now, what is written is kept for it.
      await awaitCard(of, handoff);
      const told = content ?? {
        message: "",
        text: of.textOf({ lines: [describe(input)] }, passed.language),
        isEdited: false,
      };
      return of.passOn.toOwner(passed, told, consentAnswer(input)?.consent);
    }

    async function settle(
      { update, content }: Incoming,
      { isForTeam, about }: { readonly isForTeam: boolean; readonly about: About },
    ): Promise<void> {
      await of.passOn.whileWaiting(await passing(update), isForTeam ? content : undefined, about);
    }
  };
}

/** What cannot be passed on as it is. */
function describe(input: Input): Line {
  switch (input.kind) {
    case "press":
    case "command":
      return line("desk-handoff-person-pressed");
    case "contact":
      return line("desk-handoff-person-contact", { phone: input.phone.slice(-3) });
    default:
      return line("desk-handoff-person-other");
  }
}
