// What is under way in a chat: begun, set aside for something else, offered again, gone on with, ended or given up.
import type { Draft } from "../journeys/draft.js";
import type { Input } from "../journeys/input.js";
import type { Ending, Journey } from "../journeys/journey.js";
import type { Command, Message } from "../journeys/message.js";
import type { Proofs } from "../journeys/proofs-port.js";
import { type Step, show, step } from "../journeys/step.js";
import type { World } from "../journeys/world.js";
import { type Line, line } from "../words/line.js";
import { plainly, preceded, type Saying, type Turned } from "./saying.js";
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
  if (command === "cancel") return cancelled(deps, session);
  if (command !== "resume") return begin(deps, session, command, argument, said);
  const { aside: waiting, ...rest } = session;
  // Pressed twice, or on an older offer: what is under way is what was meant.
  const resumed = waiting ?? (session.draft?.command === "start" ? undefined : session.draft);
  if (resumed === undefined) return menu(deps, session, line("nothing-to-resume"));
  return preceded(await took(deps, rest, await shownAgain(deps, resumed)), line("resumed"));
}

/** Begins a journey. One under way is set aside, unless the same is begun anew: then that is what was meant. */
async function begin(
  deps: WayDeps,
  session: Session,
  command: JourneyCommand,
  argument: string | undefined,
  said: Draft["answers"] = {},
): Promise<Turned> {
  const { draft: left, aside: before, ...rest } = session;
  const set = left === undefined || left.command === command ? before : left;
  // Begun anew, it is not offered again once it is done.
  const kept = set?.command === command ? undefined : set;
  const draft: Draft = {
    id: deps.draftId(command),
    command,
    ...(argument === undefined ? {} : { argument }),
    answers: said,
  };
  const outcome = await shownAgain(deps, draft);
  if (outcome.kind === "ends" && outcome.ending.isAside) return { session, says: outcome.ending.say.map(plainly) };
  return took(deps, kept === undefined ? rest : { ...rest, aside: kept }, outcome);
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
      return cancelled(deps, session);
    case "unread":
      return took(deps, session, outcome.again);
  }
}

async function ended(deps: WayDeps, session: Session, ending: Ending): Promise<Turned> {
  const { draft: _done, aside: waiting, quoted, ...others } = session;
  const kept = quoted === undefined ? others : { ...others, quoted };
  const rest = ending.forgets ? others : waiting === undefined ? kept : { ...kept, aside: waiting };
  const says = ending.say.map(plainly);
  if (ending.next === undefined) return { session: rest, says: [...says, ...resumeOffer(rest)] };
  const next = await begin(deps, rest, ending.next, undefined);
  return { session: next.session, says: [...says, ...next.says] };
}

async function cancelled(deps: WayDeps, session: Session): Promise<Turned> {
  const { draft, ...rest } = session;
  if (draft === undefined) {
    const { aside: offered, ...free } = rest;
    return menu(deps, free, line(offered === undefined ? "nothing-to-cancel" : "cancelled"));
  }
  if (rest.aside === undefined) return menu(deps, rest, line("cancelled"));
  return { session: rest, says: [plainly({ lines: [line("cancelled")] }), ...resumeOffer(rest)] };
}

/** The main menu; what was under way stays set aside, and is offered with it. */
export async function menu(deps: WayDeps, session: Session, why?: Line): Promise<Turned> {
  const shown = await begin(deps, session, "start", "menu");
  return why === undefined ? shown : preceded(shown, why);
}

function resumeOffer({ aside: waiting }: Session): readonly Saying[] {
  if (waiting === undefined) return [];
  return [
    plainly({
      lines: [line("resume-offer", { what: line(`journey-${waiting.command}`) })],
      buttons: [
        [
          { kind: "command", label: line("button-resume"), command: "resume" },
          { kind: "command", label: line("button-cancel"), command: "cancel" },
        ],
      ],
    }),
  ];
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
