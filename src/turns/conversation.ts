// A conversation: one input and the session it meets, in; what is said and the session after it, out. The order of understanding is here.
import { parseCivilId } from "../domain/civil-id.js";
import { controls } from "../journeys/controls.js";
import type { Draft } from "../journeys/draft.js";
import type { Input } from "../journeys/input.js";
import type { Ending, Journey } from "../journeys/journey.js";
import type { Command, Message } from "../journeys/message.js";
import type { Proofs } from "../journeys/proofs-port.js";
import { accepted } from "../journeys/questions/accept.js";
import { introduces, introduction } from "../journeys/start.js";
import { type Step, show, step } from "../journeys/step.js";
import type { World } from "../journeys/world.js";
import { type Line, line } from "../words/line.js";
import type { Understand, Understood } from "../words/understand.js";
import { type MisunderstoodDeps, misunderstood } from "./misunderstood.js";
import { plainly, preceded, resumeOffer, type Turned } from "./saying.js";
import type { Session } from "./session.js";

type JourneyCommand = Exclude<Command, "cancel" | "resume">;

export type ConversationDeps = MisunderstoodDeps & {
  readonly journeyOf: (command: JourneyCommand) => Journey;
  /** The world of one draft, for this chat and turn. */
  readonly worldOf: (draft: Draft) => Promise<{ readonly world: World; readonly proofs: Proofs }>;
  readonly understand: Understand;
  /** The value of the answer button of this message that bears this text as its label, in either language. */
  readonly valueLabelled: (message: Message, text: string) => string | undefined;
  /** An id for a draft begun in this turn: the same when the turn is repeated, so that its effects happen once. */
  readonly draftId: (command: Command) => string;
};

export async function converse(deps: ConversationDeps, session: Session, input: Input): Promise<Turned> {
  const turned = await answered(deps, session, input);
  if (session.introduced) return turned;
  const introduced = turned.says.some(({ message }) => introduces(message)) ? turned : await introducing(deps, turned);
  return { ...introduced, session: { ...introduced.session, introduced: true } };
}

/** The first message of a chat says who runs this, whatever it answers. */
async function introducing(deps: ConversationDeps, turned: Turned): Promise<Turned> {
  const { world } = await deps.worldOf({ id: deps.draftId("start"), command: "start", answers: {} });
  return preceded(turned, ...introduction(world));
}

async function answered(deps: ConversationDeps, session: Session, input: Input): Promise<Turned> {
  const { draft } = session;
  if (input.kind === "command") return commanded(deps, session, input.command, input.argument);
  if (input.kind === "text") return said(deps, session, input.text);
  if (input.kind === "media")
    return misunderstood(deps, await shownAnew(deps, session), session, line(`media-${input.media}`));
  if (draft === undefined)
    return menu(deps, session, line(input.kind === "contact" ? "contact-not-asked" : "begun-again"));
  const notAsked = line(input.kind === "contact" ? "contact-not-asked" : "old-button");
  const outcome = await stepped(deps, draft, input);
  return outcome.kind === "unread"
    ? preceded(await took(deps, session, outcome.again), notAsked)
    : took(deps, session, outcome);
}

/** Text: a button's label, then the question's answer, then free understanding, then the menu; never silence. */
async function said(deps: ConversationDeps, session: Session, text: string): Promise<Turned> {
  const { draft } = session;
  const meant = deps.understand(text);
  if (draft?.pending === undefined) {
    return (await ledElsewhere(deps, session, text, meant)) ?? misunderstood(deps, await menu(deps, session), session);
  }
  const control = controlOf(meant);
  const { fingerprint } = draft.pending;
  // A word that steers, alone in a message, is never somebody's name.
  const steered =
    control === undefined ? undefined : await stepped(deps, draft, { kind: "press", fingerprint, value: control });
  if (steered !== undefined && steered.kind !== "unread") return took(deps, session, steered);
  const outcome = await stepped(deps, draft, { kind: "text", text });
  if (outcome.kind !== "unread") return took(deps, session, outcome);
  return (
    (await ledElsewhere(deps, session, text, meant)) ??
    misunderstood(deps, await took(deps, session, outcome.again), session)
  );
}

/** What is not an answer is answered all the same: by the question, or the menu, once more. */
async function shownAnew(deps: ConversationDeps, session: Session): Promise<Turned> {
  if (session.draft === undefined) return menu(deps, session);
  return took(deps, session, await shownAgain(deps, session.draft));
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

async function commanded(
  deps: ConversationDeps,
  session: Session,
  command: Command,
  argument?: string,
): Promise<Turned> {
  if (command === "cancel") return cancelled(deps, session);
  if (command !== "resume") return begin(deps, session, command, argument);
  const { aside: waiting, ...rest } = session;
  // Pressed twice, or on an older offer: what is under way is what was meant.
  const resumed = waiting ?? (session.draft?.command === "start" ? undefined : session.draft);
  if (resumed === undefined) return menu(deps, session, line("nothing-to-resume"));
  return preceded(await took(deps, rest, await shownAgain(deps, resumed)), line("resumed"));
}

/** Begins a journey. One under way is set aside, unless the same is begun anew: then that is what was meant. */
async function begin(
  deps: ConversationDeps,
  session: Session,
  command: JourneyCommand,
  argument: string | undefined,
): Promise<Turned> {
  const { draft: left, aside: before, misunderstood: _count, ...rest } = session;
  const set = left === undefined || left.command === command ? before : left;
  // Begun anew, it is not offered again once it is done.
  const kept = set?.command === command ? undefined : set;
  const draft: Draft = {
    id: deps.draftId(command),
    command,
    ...(argument === undefined ? {} : { argument }),
    answers: {},
  };
  const outcome = await shownAgain(deps, draft);
  if (outcome.kind === "ends" && outcome.ending.isAside) {
    // Aside from what is under way, but understood.
    const { misunderstood: _counted, ...same } = session;
    return { session: same, says: outcome.ending.say.map(plainly) };
  }
  return took(deps, kept === undefined ? rest : { ...rest, aside: kept }, outcome);
}

/** Takes a step's outcome into the session. */
async function took(deps: ConversationDeps, session: Session, outcome: Step): Promise<Turned> {
  const { misunderstood: _count, ...rest } = session;
  switch (outcome.kind) {
    case "asks": {
      const { message, fingerprint, inPlace } = outcome;
      return { session: { ...rest, draft: outcome.draft }, says: [{ message, fingerprint, inPlace }] };
    }
    case "ends":
      return ended(deps, rest, outcome.ending);
    case "cancelled":
      return cancelled(deps, session);
    case "unread":
      return took(deps, session, outcome.again);
  }
}

async function ended(deps: ConversationDeps, session: Session, ending: Ending): Promise<Turned> {
  const { draft: _done, aside: waiting, ...others } = session;
  const rest = ending.forgets || waiting === undefined ? others : { ...others, aside: waiting };
  const says = ending.say.map(plainly);
  if (ending.next === undefined) return { session: rest, says: [...says, ...resumeOffer(rest)] };
  const next = await begin(deps, rest, ending.next, undefined);
  return { session: next.session, says: [...says, ...next.says] };
}

async function cancelled(deps: ConversationDeps, session: Session): Promise<Turned> {
  const { draft, ...rest } = session;
  if (draft === undefined) {
    const { aside: offered, ...free } = rest;
    return menu(deps, free, line(offered === undefined ? "nothing-to-cancel" : "cancelled"));
  }
  if (rest.aside === undefined) return menu(deps, rest, line("cancelled"));
  return { session: rest, says: [plainly({ lines: [line("cancelled")] }), ...resumeOffer(rest)] };
}

/** The main menu; what was under way stays set aside, and is offered with it. */
async function menu(deps: ConversationDeps, session: Session, why?: Line): Promise<Turned> {
  const shown = await begin(deps, session, "start", "menu");
  return why === undefined ? shown : preceded(shown, why);
}

/** The value of the button that an understood word stands for. */
function controlOf(meant: Understood | undefined): string | undefined {
  if (meant === "yes") return accepted;
  if (meant === "back" || meant === "change" || meant === "cancel") return controls[meant];
  // Within a question it is the last answer that is undone, and none to a reminder.
  if (meant === "undo") return controls.back;
  return undefined;
}

async function stepped(deps: ConversationDeps, draft: Draft, input: Input): Promise<Step> {
  return step({ ...deps, journey: journeyOf(deps, draft), ...(await deps.worldOf(draft)) }, draft, input);
}

async function shownAgain(deps: ConversationDeps, draft: Draft): Promise<Step> {
  return show({ ...deps, journey: journeyOf(deps, draft), ...(await deps.worldOf(draft)) }, draft);
}

function journeyOf(deps: ConversationDeps, { command }: Draft): Journey {
  if (command === "cancel" || command === "resume") throw new Error(`no journey is called ${command}`);
  return deps.journeyOf(command);
}
