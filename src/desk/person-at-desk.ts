// What a person writes while their chat waits for somebody, or somebody has it: passed on to the desk, and answered by the bot only while it waits.

import { consentAnswer } from "../journeys/desk-consent.js";
import type { Input } from "../journeys/input.js";
import type { Time } from "../messages/pace.js";
import type { AtDesk, PersonAtDesk } from "../turns/answer.js";
import type { Fence } from "../turns/session-store.js";
import { type Language, type Line, line } from "../words/line.js";
import { awaitCard, type CardParts } from "./cards.js";
import type { Content } from "./handoff.js";
import type { StaffGroup } from "./staff.js";
import type { View } from "./view.js";

/** The port to the records: passes it in one transaction with whose the chat is. */
export type PassOn = (
  of: { readonly handoff: number; readonly fence: Fence; readonly key: string; readonly language: Language },
  /** `toOwner`: what only somebody who has the chat is told. `consent`: it answers what one of the staff has asked in the chat. */
  content: {
    readonly always: Content | undefined;
    readonly toOwner: Content;
    readonly consent: number | undefined;
  },
) => Promise<AtDesk>;

export function createPersonAtDesk(
  of: CardParts & {
    readonly time: Time;
    readonly passOn: PassOn;
    readonly group: () => Promise<StaffGroup | undefined>;
    readonly textOf: (view: View, language: Language) => string;
  },
) {
  return ({ handoff, fence }: { readonly handoff: number; readonly fence: Fence }): PersonAtDesk => ({
    async pass({ update, input, content }) {
      const language = (await of.group())?.language ?? "ar";
      // Where it cannot be posted now, what is written is kept for it.
      await awaitCard(of, handoff);
      const told = content ?? {
        message: "",
        text: of.textOf({ lines: [describe(input)] }, language),
        isEdited: false,
      };
      const isWritten = content !== undefined && input.kind !== "command";
      return of.passOn(
        { handoff, fence, key: `pass:${fence.chat}:${update}`, language },
        { always: isWritten ? content : undefined, toOwner: told, consent: consentAnswer(input)?.consent },
      );
    },
  });
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
