// A conversation: one input and the session it meets, in; what is said and the session after it, out. The order of understanding is here.

import type { Content, Missed } from "../desk/handoff.js";
import { parseCivilId } from "../domain/civil-id.js";
import { controls } from "../journeys/controls.js";
import type { Input, Media } from "../journeys/input.js";
import { accepted } from "../journeys/questions/accept.js";
import { introduces, introduction, switchRow } from "../journeys/start.js";
import type { Step } from "../journeys/step.js";
import { line } from "../words/line.js";
import type { Understand, Understood } from "../words/understand.js";
import { isForTeam } from "./for-team.js";
import { type Answered, type Failed, missedWords, type PatienceDeps, withPatience } from "./patience.js";
import { followedBy, preceded, type Turned } from "./saying.js";
import type { Session } from "./session.js";
import { commanded, menu, shownAgain, stepped, took, type WayDeps } from "./under-way.js";

export type ConversationDeps = WayDeps &
  Omit<PatienceDeps, "awaits"> & {
    readonly understand: Understand;
    /** The chat waits for a person; `content`: what could be passed on to the team of this very message. */
    readonly awaits: { readonly content: Content | undefined } | undefined;
  };

/** `isForTeam`: these words are what a chat that waits has to say to whoever will take it. */
type Conversed = Turned & { readonly isForTeam: boolean };

export async function converse(deps: ConversationDeps, session: Session, input: Input): Promise<Conversed> {
  const answer = await answered(deps, session, input);
  const { awaits } = deps;
  const isTheirs = awaits !== undefined && isForTeam({ input, content: awaits.content }, session, answer);
  // Whether new words of an earlier message reach anybody depends on whether that one did.
  const isHeard = isTheirs && awaits.content?.isEdited !== true;
  const waits = awaits === undefined ? undefined : isHeard ? "heard" : "waiting";
  const turned = { ...(await withPatience({ ...deps, awaits: waits }, session, answer)), isForTeam: isTheirs };
  if (session.introduced) return turned;
  const introduced = turned.says.some(({ message }) => introduces(message)) ? turned : await introducing(deps, turned);
  return { ...turned, ...introduced, session: { ...introduced.session, introduced: true } };
}

/** The first message of a chat says who runs this, whatever it answers. */
async function introducing(deps: ConversationDeps, turned: Turned): Promise<Turned> {
  const { world } = await deps.worldOf({ id: deps.draftId("start"), command: "start", answers: {} });
  return followedBy(preceded(turned, ...introduction(world)), switchRow(world));
}

async function answered(deps: ConversationDeps, session: Session, input: Input): Promise<Answered> {
  const { draft } = session;
  if (input.kind === "command") return commanded(deps, session, input.command, input.argument);
  if (input.kind === "text") return said(deps, session, input.text);
  if (input.kind === "media") return again(deps, session, unreadable(input.media));
  const isContact = input.kind === "contact";
  if (draft === undefined)
    return again(deps, session, { how: "known", why: line(isContact ? "contact-not-asked" : "begun-again") });
  const outcome = await stepped(deps, draft, input);
  const notAsked = { how: "known", why: line(isContact ? "contact-not-asked" : "old-button") } as const;
  if (outcome.kind === "unread") return { ...(await took(deps, session, outcome.again)), failed: notAsked };
  // A press that the question would not have was understood all the same.
  return taken(deps, session, outcome, isContact ? "" : undefined);
}

/** Text: a button's label, then the question's answer, then free understanding, then the menu; never silence. */
async function said(deps: ConversationDeps, session: Session, text: string): Promise<Answered> {
  const { draft } = session;
  const meant = deps.understand(text);
  if (draft?.pending === undefined)
    return (await ledElsewhere(deps, session, text, meant)) ?? again(deps, session, unread(missedWords(text)));
  const control = controlOf(meant);
  const { fingerprint } = draft.pending;
  // A word that steers, alone in a message, is never somebody's name.
  const steered =
    control === undefined ? undefined : await stepped(deps, draft, { kind: "press", fingerprint, value: control });
  if (steered !== undefined && steered.kind !== "unread") return taken(deps, session, steered);
  const outcome = await stepped(deps, draft, { kind: "text", text });
  if (outcome.kind !== "unread") return taken(deps, session, outcome, text);
  return (
    (await ledElsewhere(deps, session, text, meant)) ?? {
      ...(await took(deps, session, outcome.again)),
      failed: unread(missedAt(outcome.asked, text)),
    }
  );
}

/** @param text what was written or handed over for the question, where a refusal of it counts */
async function taken(deps: ConversationDeps, session: Session, outcome: Step, text?: string): Promise<Answered> {
  const turned = await took(deps, session, outcome);
  const untaken = outcome.kind === "asks" ? outcome.untaken : undefined;
  if (untaken === "other-question") return { ...turned, failed: { how: "known" } };
  if (untaken === undefined || text === undefined) return turned;
  return { ...turned, failed: { how: "refused", what: missedAt(untaken, text) } };
}

/** What is not an answer is answered all the same, and the question (or the menu) is shown again. */
async function again(deps: ConversationDeps, session: Session, failed: Failed): Promise<Answered> {
  const { draft } = session;
  const shown =
    draft === undefined ? menu(deps, session) : shownAgain(deps, draft).then((step) => took(deps, session, step));
  return { ...(await shown), failed };
}

function unreadable(media: Media): Failed {
  const why = line(`media-${media}`);
  return media === "edited" ? { how: "known", why } : { how: "unread", what: { sent: media }, why };
}

function unread(what: Missed): Failed {
  return { how: "unread", what, why: line("not-understood") };
}

/** A one-time code, be it a wrong one, is nobody else's to see. */
function missedAt(asked: "answer" | "proof", text: string): Missed {
  return asked === "proof" ? { sent: "proof" } : missedWords(text);
}

/** A civil ID is an inquiry; an understood phrase begins its journey, and the draft is set aside. */
async function ledElsewhere(
  deps: ConversationDeps,
  session: Session,
  text: string,
  meant: Understood | undefined,
): Promise<Turned | undefined> {
  const civilId = parseCivilId(text);
  if (civilId.ok) return commanded(deps, session, "inquire", civilId.civilId);
  if (meant === undefined || meant === "back" || meant === "change" || meant === "yes" || meant === "no")
    return undefined;
  return commanded(deps, session, meant);
}

/** The value of the button that an understood word stands for. */
function controlOf(meant: Understood | undefined): string | undefined {
  if (meant === "yes") return accepted;
  if (meant === "back" || meant === "change" || meant === "cancel") return controls[meant];
  // Within a question it is the last answer that is undone, and none to a reminder.
  if (meant === "undo") return controls.back;
  return undefined;
}
