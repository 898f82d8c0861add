// The ports to handoffs: chats that wait for a person or that an agent has, what moves them, and what passes between the two sides.
import type { CloseReason, HandoffState, handoffDue } from "../domain/handoff.js";
import type { RenderedMedia } from "../messages/channel.js";
import type { ChatKey } from "../turns/session-store.js";
import type { Language } from "../words/line.js";
import type { Staff } from "./staff.js";

/** Why a person is needed: they asked, the bot was lost three times in a row, or a case was opened that one must see to. */
export type HandoffReason = "asked" | "misunderstood" | "payment" | "not-mine";

/** What the bot cannot read; `proof`: a code or a number for a proof, which is shown to nobody. */
export const unreadable = [
  "photo",
  "voice",
  "video",
  "sticker",
  "location",
  "document",
  "forwarded",
  "other",
  "proof",
] as const;

/** What the bot made nothing of: words, masked and cut short, or what it cannot read. */
export type Missed = { readonly said: string } | { readonly sent: (typeof unreadable)[number] };

export type Handoff = {
  readonly id: number;
  /** The person's. */
  readonly chat: ChatKey;
  readonly state: HandoffState;
  readonly owner: Pick<Staff, "id" | "name"> | undefined;
  readonly reason: HandoffReason;
  /** The journey that was under way and its question's key, "renew:accept". */
  readonly journey: string | undefined;
  readonly language: Language;
  readonly openedAt: Date;
  /** Since when it waits: in the queue for a claim, with an agent for the next word. */
  readonly since: Date;
};

export type HandoffMove =
  | { readonly event: "claimed" }
  /** `isUnanswered`: by itself, since its agent left the person without an answer for a day. */
  | { readonly event: "put-back"; readonly isUnanswered?: true }
  | { readonly event: "handed-over"; readonly to: number }
  | { readonly event: "closed"; readonly reason: CloseReason | "day-over" | "case-over" };

export type Moved =
  | { readonly ok: true; readonly handoff: Handoff }
  | {
      readonly ok: false;
      /**
       * gone: over, or never there. waiting: nobody has it. owned: somebody else has it. nobody-there: that colleague is not at work. own: it is the chat of
       * whoever should have or move it. busy: the bot is just answering there.
       */
      readonly reason: "gone" | "waiting" | "owned" | "nobody-there" | "own" | "busy";
      readonly owner?: string;
    };

/** What is waited for in a group: its topic, or the message that is answered. */
export type Place = { readonly thread?: string; readonly replyTo?: string };

export type Handoffs = {
  /** Those that are not over, oldest first. */
  list(): Promise<readonly Handoff[]>;
  /** The newest to which a place in the staff's group belongs, over or not. */
  find(place: Place): Promise<Handoff | undefined>;
  /** Holds the person's chat while it is done: no reply of a turn begun before comes after it. `by` nobody: it is time for it. Once under its key. */
  move(handoff: number, move: HandoffMove, by: Staff | undefined, key: string): Promise<Moved>;
};

/** What is passed on, as the channel has it. */
export type Content = {
  /** The channel's own id of the message. */
  readonly message: string;
  readonly text: string;
  readonly media?: RenderedMedia;
  /** The same message as before, in its new words. */
  readonly isEdited: boolean;
  /** The same of files that were sent together, where they were. */
  readonly album?: string;
};

export type Passed =
  | { readonly ok: true; readonly relay: number }
  /**
   * not-yours: nobody, or another agent, has the chat. not-passed: the message that was edited never went.
   * identifier: something stands whole in it that is masked in every chat. noted: it belongs to a note for colleagues.
   */
  | {
      readonly ok: false;
      readonly reason: "not-yours" | "not-passed" | "identifier" | "noted";
      readonly owner?: string;
    };

/** taken-back: the person may have seen it. never-sent: it had not gone out, and never will. none: there is no such message of theirs. */
export type Withdrawn = "taken-back" | "never-sent" | "none";

export type Relays = {
  /** From its agent to the person. Once under its key. */
  toPerson(handoff: number, content: Content, by: Staff, key: string): Promise<Passed>;
  /** Takes a message back that its agent sent, by the relay or by the agent's own message. */
  withdraw(of: { readonly relay: number } | { readonly message: string }, by: Staff, key: string): Promise<Withdrawn>;
  /** For colleagues: it is kept, and goes nowhere, nor does what follows of its `album`. sent-before: the same message went to the person in its former words, and they have those still. */
  note(
    handoff: number,
    of: Pick<Content, "message" | "text" | "album">,
    by: Staff,
    key: string,
  ): Promise<"noted" | "sent-before">;
};

/** What is due: of handoffs, without anybody's doing. */
export type HandoffWatch = {
  /** Those for which it is time, and for what. */
  due(): Promise<readonly { readonly id: number; readonly what: HandoffDue }[]>;
  /** Supervisors are told, or the agent is asked; once. */
  remind(handoff: number, what: "tell-supervisors" | "ask-agent"): Promise<void>;
  /** The person is told that the promised time has passed, with a new one; once for each time. */
  apologise(handoff: number): Promise<void>;
  /** What did not arrive, or may not have: of its agent's words the agent is told, a person's are shown again, or supervisors told. Each once. */
  seeToLost(guard: Guard): Promise<void>;
  /** What comes of a case while a chat waits or somebody has it is told in its place. */
  tellCaseNews(guard: Guard): Promise<void>;
  /** What was kept of a person's words for want of room follows, once those before it are in the group. */
  showFollowing(guard: Guard): Promise<void>;
};

/** Does a piece of work for one handoff; a fault of it is noted, and is nobody else's. */
export type Guard = (handoff: number, work: () => Promise<unknown>) => Promise<void>;

/** `owner-left`: its agent is not at work any more. `case-over`: it waits because of a case alone, which has ended. */
export type HandoffDue = NonNullable<ReturnType<typeof handoffDue>> | "case-over" | "owner-left";
