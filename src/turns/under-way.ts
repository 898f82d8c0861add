// What is under way in a chat: begun, set aside for something else, offered again, gone on with, ended or given up.
import type { Draft } from "../journeys/draft.js";
import type { Input } from "../journeys/input.js";
import type { Ending, Journey } from "../journeys/journey.js";
import { menuArgument } from "../journeys/menu.js";
import type { Command, Message } from "../journeys/message.js";
import { nextSteps } from "../journeys/next-steps.js";
import type { Proofs } from "../journeys/proofs-port.js";
import { type Step, show, step } from "../journeys/step.js";
import type { World } from "../journeys/world.js";
import { type Line, line } from "../words/line.js";
import { plainly, preceded, type Turned, under } from "./saying.js";
import type { Session } from "./session.js";

type JourneyCommand = Exclude<Command, "cancel" | "resume">;

export type WayDeps = {
  readonly journeyOf: (command: JourneyCommand) => Journey;
  /** The world of one draft, for this chat and turn. */
  readonly worldOf: (draft: Draft) => Promise<{ readonly world: World; readonly proofs: Proofs }>;
  /** The value of the answer button of this message that bears this text as its label, in either language. */
  readonly valueLabelled: (message: Message, text: string) => string | undefined;
  /** An id for a draft begun in this turn: the same when the turn is repeated, so that its effects happen once. */
  readonly draftId: (command: Command) => string;
};

/** @param said answers that the sentence which began it gave already */
export async function commanded(
  deps: WayDeps,
  session: Session,
  command: Command,
  argument?: string,
  said: Draft["answers"] = {},
): Promise<Turned> {
  if (command === "cancel") return argument === undefined ? cancelled(session) : givenUp(deps, session, argument);
  if (command === "resume") return resumed(deps, session, argument);
  return begin(deps, session, { command, ...(argument === undefined ? {} : { argument }) }, said);
}

type Begun = NonNullable<Ending["next"]>;

/** Begins a journey. One under way is set aside, unless the same is begun anew: then that is what was meant. */
async function begin(
  deps: WayDeps,
  session: Session,
  { command, argument }: Begun,
  said: Draft["answers"] = {},
): Promise<Turned> {
  const { draft: left, aside: before, offered, ...rest } = session;
  const draft: Draft = {
    id: deps.draftId(command),
    command,
    ...(argument === undefined ? {} : { argument }),
    answers: said,
  };
  const outcome = await shownAgain(deps, draft);
  const isOther = left !== undefined && left.command !== command;
  if (isOther && outcome.kind === "ends" && isAnswer(command, outcome.ending))
    return answeredAside(deps, session, left, outcome.ending);

  const set = isOther ? left : before;
  // Begun anew, it is not offered again once it is done.
  const kept = set?.command === command ? undefined : set;
  const turned = await took(deps, withAside(rest, kept, kept === before ? offered : undefined), outcome);
  return command === menuCommand ? withOffer(turned) : turned;
}

const menuCommand = "start";

/** It asks nothing and leads nowhere: what is open stays open under it. */
function isAnswer(command: JourneyCommand, { next, forgets }: Ending): boolean {
  return command !== menuCommand && next === undefined && forgets === undefined;
}

async function answeredAside(deps: WayDeps, session: Session, open: Draft, ending: Ending): Promise<Turned> {
  const again = await took(deps, session, await shownAgain(deps, open));
  // A channel takes its "share my number" button away with the next message: without it the question cannot be answered.
  const isWithContact = again.says.some(({ message }) => message.contact !== undefined);
  return ending.showsAgain || isWithContact ? under(ending.say, again) : { session, says: ending.say.map(plainly) };
}

/** Takes a step's outcome into the session. */
export async function took(deps: WayDeps, session: Session, outcome: Step): Promise<Turned> {
  switch (outcome.kind) {
    case "asks": {
      const { message, fingerprint, inPlace } = outcome;
      return { session: { ...session, draft: outcome.draft }, says: [{ message, fingerprint, inPlace }] };
    }
    case "ends":
      return ended(deps, session, outcome.ending);
    case "cancelled":
      return cancelled(session);
    case "unread":
      return took(deps, session, outcome.again);
  }
}

async function ended(deps: WayDeps, session: Session, ending: Ending): Promise<Turned> {
  if (ending.forgets) return { session: forgotten(session), says: ending.say.map(plainly) };
  const { draft: done, aside, offered, quoted, ...others } = session;
  const kept = quoted === undefined ? others : { ...others, quoted };
  const rest = withAside(kept, aside, offered);
  if (ending.next !== undefined) return under(ending.say, await begin(deps, rest, ending.next));
  if (ending.showsAgain)
    return under(ending.say, done === undefined ? await menu(deps, rest) : await goingOn(deps, kept, aside));
  const turned = { session: rest, says: ending.say.map(plainly) };
  return done === undefined || isAboutMoney(done) ? turned : offering(turned);
}

/** A person who left is nobody here: what they said and did goes, and what is about the chat alone stays. */
function forgotten({ introduced, queued }: Session): Session {
  return { ...(introduced === undefined ? {} : { introduced }), ...(queued === undefined ? {} : { queued }) };
}

/** What was set aside for it is gone on with, without asking; else there is the menu. */
async function goingOn(deps: WayDeps, rest: Session, aside: Draft | undefined): Promise<Turned> {
  return aside === undefined ? menu(deps, rest) : took(deps, rest, await shownAgain(deps, aside));
}

/** Beside a pay link or a word about money nothing else is offered. */
function isAboutMoney({ command }: Draft): boolean {
  return command === "renew" || command === "pay" || command === "pay-quick";
}

function cancelled({ draft, ...rest }: Session): Turned {
  if (draft !== undefined) return offering({ session: rest, says: [stopped] });
  const { aside, offered: _before, ...free } = rest;
  return { session: free, says: [aside === undefined ? plainly(closing(line("nothing-to-cancel"))) : stopped] };
}

/** Stops the draft with this id, wherever it is by now; what else is open goes on. */
async function givenUp(deps: WayDeps, session: Session, id: string): Promise<Turned> {
  const { draft, aside, offered: _before, ...rest } = session;
  if (draft?.id === id) return cancelled(session);
  const isThere = aside?.id === id;
  const why = line(isThere ? "cancelled" : "nothing-to-cancel");
  const kept = isThere ? rest : withAside(rest, aside, session.offered);
  if (draft === undefined) return { session: kept, says: [plainly(closing(why))] };
  return preceded(await took(deps, kept, await shownAgain(deps, draft)), why);
}

/**
 * Goes on with what was set aside, and sets aside what is open instead: nothing is lost by an older offer. Pressed twice, it is what
 * is open already.
 */
async function resumed(deps: WayDeps, session: Session, id?: string): Promise<Turned> {
  const { draft, aside, offered: _before, ...rest } = session;
  if (aside !== undefined && (id === undefined || id === aside.id)) {
    const shown = await took(deps, withAside(rest, draft), await shownAgain(deps, aside));
    return preceded(shown, line("resumed"));
  }
  const isThis = id === undefined || id === draft?.id;
  if (draft === undefined) return { session, says: [plainly(closing(line("nothing-to-resume")))] };
  return preceded(
    await took(deps, session, await shownAgain(deps, draft)),
    line(isThis ? "resumed" : "nothing-to-resume"),
  );
}

/** The main menu; what was under way stays set aside, and is offered with it once. */
export async function menu(deps: WayDeps, session: Session, why?: Line): Promise<Turned> {
  const shown = await begin(deps, session, { command: menuCommand, argument: menuArgument });
  return why === undefined ? shown : preceded(shown, why);
}

function withAside(session: Session, aside: Draft | undefined, offered?: true): Session {
  if (aside === undefined) return session;
  return { ...session, aside, ...(offered === undefined ? {} : { offered }) };
}

function closing(why: Line): Message {
  return { lines: [why], buttons: nextSteps() };
}

const stopped = plainly(closing(line("cancelled")));

/** Asks once, in a message of its own, whether to go on with what was set aside. */
function offering(turned: Turned): Turned {
  const offer = offerOf(turned.session);
  if (offer === undefined) return turned;
  return { session: { ...turned.session, offered: true }, says: [...turned.says, plainly(offer)] };
}

/** The same in the menu itself. */
function withOffer(turned: Turned): Turned {
  const offer = offerOf(turned.session);
  const [first, ...others] = turned.says;
  if (offer === undefined || first === undefined) return turned;
  const { lines, buttons = [] } = first.message;
  const message = { ...first.message, lines: [...offer.lines, ...lines], buttons: [...offer.buttons, ...buttons] };
  return { session: { ...turned.session, offered: true }, says: [{ ...first, message }, ...others] };
}

function offerOf({ aside, offered }: Session) {
  if (aside === undefined || offered) return undefined;
  const go = { kind: "command", label: line("button-resume"), command: "resume", argument: aside.id } as const;
  const stop = { kind: "command", label: line("button-cancel"), command: "cancel", argument: aside.id } as const;
  return { lines: [line("resume-offer", { what: line(`journey-${aside.command}`) })], buttons: [[go, stop]] };
}

export async function stepped(deps: WayDeps, draft: Draft, input: Input): Promise<Step> {
  return step({ ...deps, journey: journeyOf(deps, draft), ...(await deps.worldOf(draft)) }, draft, input);
}

export async function shownAgain(deps: WayDeps, draft: Draft): Promise<Step> {
  return show({ ...deps, journey: journeyOf(deps, draft), ...(await deps.worldOf(draft)) }, draft);
}

function journeyOf(deps: WayDeps, { command }: Draft): Journey {
  if (command === "cancel" || command === "resume") throw new Error(`no journey is called ${command}`);
  return deps.journeyOf(command);
}
