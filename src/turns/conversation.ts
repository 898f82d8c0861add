// A conversation: one input and the session it meets, in; what is said and the session after it, out. The order of understanding is here.

import type { Content, Missed } from "../desk/handoff.js";
import { parseCivilId } from "../domain/civil-id.js";
import { controls } from "../journeys/controls.js";
import type { Draft } from "../journeys/draft.js";
import type { Input, Media } from "../journeys/input.js";
import { menuButton, nearButtons } from "../journeys/meaning-buttons.js";
import { accepted } from "../journeys/questions/accept.js";
import { civilIdIn } from "../journeys/questions/civil-id.js";
import { introduces, introduction, switchRow } from "../journeys/start.js";
import type { Step } from "../journeys/step.js";
import { line } from "../words/line.js";
import type { Understand, Understanding } from "../words/understand.js";
import { begun, isErrand, toldAside } from "./errands.js";
import { isForTeam } from "./for-team.js";
import { languageSaid, offeringLanguage } from "./language-words.js";
import { type Answered, type Failed, missedWords, type PatienceDeps, withPatience } from "./patience.js";
import { followedBy, plainly, preceded, type Turned } from "./saying.js";
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
  const album = input.kind === "media" ? input.album : undefined;
  const { awaits } = deps;
  // What was sent as one is answered once, and reaches the team whole.
  if (album !== undefined && album === session.album)
    return { session, says: [], isForTeam: awaits?.content !== undefined };
  const { isUnsure, ...rest } = session;
  const before = album === undefined ? rest : { ...rest, album };
  const answer =
    isUnsure && isYes(deps, before, input) ? await asksAgain(deps, before) : await answered(deps, before, input);
  const isTheirs = awaits !== undefined && isForTeam({ input, content: awaits.content }, before, answer);
  // Whether new words of an earlier message reach anybody depends on whether that one did.
  const isHeard = isTheirs && awaits.content?.isEdited !== true;
  const waits = awaits === undefined ? undefined : isHeard ? "heard" : "waiting";
  const patient = await withPatience({ ...deps, awaits: waits }, before, answer);
  const after =
    answer.failed === undefined ? patient : { ...patient, session: { ...patient.session, isUnsure: true } as const };
  const turned = { ...after, isForTeam: isTheirs };
  if (session.introduced) return turned;
  const introduced = turned.says.some(({ message }) => introduces(message)) ? turned : await introducing(deps, turned);
  return { ...turned, ...introduced, session: { ...introduced.session, introduced: true } };
}

/** A typed yes, to a question that one can also change: whoever asked for a change in vain just before may mean the change by it. */
function isYes({ understand }: ConversationDeps, { draft }: Session, input: Input): boolean {
  if (input.kind !== "text" || draft?.pending === undefined) return false;
  const read = understand(input.text);
  return read.kind === "meant" && read.meaning === "yes";
}

/** Nothing was changed: the question stands as it was, and its button accepts it. */
async function asksAgain(deps: ConversationDeps, session: Session): Promise<Answered> {
  return again(deps, session, { how: "known", why: line("yes-unsure") });
}

/** The first message of a chat says who runs this, whatever it answers. */
async function introducing(deps: ConversationDeps, turned: Turned): Promise<Turned> {
  const { world } = await deps.worldOf({ id: deps.draftId("start"), command: "start", answers: {} });
  return followedBy(preceded(turned, ...introduction(world)), switchRow(world));
}

async function answered(deps: ConversationDeps, session: Session, input: Input): Promise<Answered> {
  const { draft } = session;
  if (input.kind === "command") return pressed(deps, session, input);
  if (input.kind === "text") return said(deps, session, input.text);
  if (input.kind === "media") return again(deps, session, unreadable(input.media));
  const isContact = input.kind === "contact";
  if (draft === undefined) {
    if (!isContact) return { ...(await menu(deps, session)), failed: { how: "known", why: line("begun-again") } };
    return again(deps, session, { how: "known", why: line("contact-not-asked") });
  }
  const outcome = await stepped(deps, draft, input);
  const notAsked = { how: "known", why: line(isContact ? "contact-not-asked" : "old-button") } as const;
  if (outcome.kind === "unread") return { ...(await took(deps, session, outcome.again)), failed: notAsked };
  // A press that the question would not have was understood all the same.
  return taken(deps, session, outcome, isContact ? "" : undefined);
}

function pressed(
  deps: ConversationDeps,
  session: Session,
  { command, argument }: Input & { readonly kind: "command" },
): Promise<Turned> {
  if (command === "answer") return toldAside(deps, session, argument);
  return commanded(deps, session, command, argument);
}

/** Text, in this order: a word that steers, the question's answer, what one can ask for, what is near to it, not understood. */
async function said(deps: ConversationDeps, session: Session, text: string): Promise<Answered> {
  // A command that there is not is no words: whoever tries one learns nothing of what else there may be.
  const read: Understanding = text.trimStart().startsWith("/") ? { kind: "unknown" } : deps.understand(text);
  const language = languageSaid(read);
  if (language !== undefined) return commanded(deps, session, "language", language);
  const { draft } = session;
  if (draft?.pending === undefined) return elsewhere(deps, session, text, read);
  const steered = await steeredBy(deps, draft, read);
  if (steered !== undefined) return taken(deps, session, steered);
  const outcome = await stepped(deps, draft, { kind: "text", text, ...(isErrand(read) ? { isKnown: true } : {}) });
  if (outcome.kind !== "unread") return taken(deps, session, outcome, text);
  const repeated = await saidAnew(deps, draft, read);
  if (repeated !== undefined) return taken(deps, session, repeated);
  return elsewhere(deps, session, text, read, outcome);
}

/** A word that steers, alone in a message, is never somebody's name. */
async function steeredBy(deps: ConversationDeps, draft: Draft, read: Understanding): Promise<Step | undefined> {
  const control = read.kind === "meant" ? controlOf(read.meaning) : undefined;
  return control === undefined ? undefined : pressing(deps, draft, control);
}

/** Whoever says once more what they are doing, and the years with it, answers how many. */
async function saidAnew(deps: ConversationDeps, draft: Draft, read: Understanding): Promise<Step | undefined> {
  if (read.kind !== "meant" || read.meaning !== draft.command || read.said?.years === undefined) return undefined;
  return draft.pending?.key.startsWith("years") ? pressing(deps, draft, String(read.said.years)) : undefined;
}

/** `undefined`: there is no such button under the question. */
async function pressing(deps: ConversationDeps, draft: Draft, value: string): Promise<Step | undefined> {
  const outcome = await stepped(deps, draft, {
    kind: "press",
    fingerprint: draft.pending?.fingerprint ?? "",
    value,
  });
  return outcome.kind === "unread" ? undefined : outcome;
}

/** @param text what was written or handed over for the question, where a refusal of it counts */
async function taken(deps: ConversationDeps, session: Session, outcome: Step, text?: string): Promise<Answered> {
  const turned = await took(deps, session, outcome);
  const untaken = outcome.kind === "asks" ? outcome.untaken : undefined;
  if (untaken === "other-question") return { ...turned, failed: { how: "known" } };
  if (untaken === undefined || text === undefined) return turned;
  return { ...turned, failed: { how: "refused", what: missedAt(untaken, text) } };
}

/** What is not an answer is answered all the same, and the question is shown again. */
async function again(deps: ConversationDeps, session: Session, failed: Failed): Promise<Answered> {
  const { draft } = session;
  const shown = draft === undefined ? menuAlone(session) : await took(deps, session, await shownAgain(deps, draft));
  return { ...shown, failed };
}

/** Nothing is open: the way to the menu is enough. */
function menuAlone(session: Session): Turned {
  return { session, says: [plainly({ lines: [], buttons: [[menuButton]] })] };
}

/** Whoever speaks may not be able to write: that counts as words do. A picture says what to do, and calls nobody. */
function unreadable(media: Media): Failed {
  const why = line(`media-${media}`);
  return media === "voice" ? { how: "unread", what: { sent: media }, why } : { how: "known", why };
}

function unread(what: Missed): Failed {
  return { how: "unread", what, why: line("not-understood") };
}

/** A one-time code, be it a wrong one, is nobody else's to see. */
function missedAt(asked: "answer" | "proof", text: string): Missed {
  return asked === "proof" ? { sent: "proof" } : missedWords(text);
}

/** What answers no question: a civil ID is an inquiry, an errand begins, what is near is offered, and the rest is not understood. */
async function elsewhere(
  deps: ConversationDeps,
  session: Session,
  text: string,
  read: Understanding,
  unanswered?: Step & { readonly kind: "unread" },
): Promise<Answered> {
  return offeringLanguage(deps, session, text, await understoodFreely(deps, session, text, read, unanswered));
}

async function understoodFreely(
  deps: ConversationDeps,
  session: Session,
  text: string,
  read: Understanding,
  unanswered: (Step & { readonly kind: "unread" }) | undefined,
): Promise<Answered> {
  const number = civilIdIn(text);
  const civilId = parseCivilId(number ?? text);
  if (civilId.ok) return commanded(deps, session, "inquire", civilId.civilId);
  const shown = unanswered === undefined ? menuAlone(session) : await took(deps, session, unanswered.again);
  if (number !== undefined) {
    const why = line(`civil-id-${civilId.reason}`);
    return { ...preceded(shown, why), failed: { how: "refused", what: missedWords(text) } };
  }
  if (isErrand(read)) return begun(deps, session, text, read);
  const offered = read.kind === "near" ? nearButtons(read.meanings) : [];
  // Somebody is coming and has got these words: they may be for them.
  if (offered.length > 0 && deps.awaits?.content === undefined)
    return {
      session,
      says: [plainly({ lines: [line("near-ask")], buttons: offered })],
      failed: { how: "known" },
    };
  return { ...shown, failed: unread(missedAt(unanswered?.asked ?? "answer", text)) };
}

/** The value of the button that an understood word stands for. */
function controlOf(meant: string): string | undefined {
  if (meant === "yes") return accepted;
  if (meant === "back" || meant === "change" || meant === "cancel") return controls[meant];
  // Within a question it is the last answer that is undone, and none to a reminder.
  if (meant === "undo") return controls.back;
  return undefined;
}
