// What nothing was understood of: said so, counted, and after three in a row a person is asked for; whoever waits for one is told that it has reached them.
import { type Line, line } from "../words/line.js";
import { plainly, preceded, type Turned } from "./saying.js";
import type { Session } from "./session.js";

/** After so many messages in a row that nothing was understood of, the way to a person is shown. */
const patience = 3;

export type MisunderstoodDeps = {
  readonly hotline: string;
  /** The chat waits for a person, to whom this input went as well. */
  readonly isHeard: boolean;
  /** Asks for a person in this chat. `false`: nobody would come. */
  readonly callPerson: () => Promise<boolean>;
};

/** @param turned what is shown again, of which nothing is counted yet */
export async function misunderstood(
  deps: MisunderstoodDeps,
  turned: Turned,
  before: Session,
  why: Line = line("not-understood"),
): Promise<Turned> {
  if (deps.isHeard) return heard(turned, before);
  const count = (before.misunderstood ?? 0) + 1;
  const isLost = count >= patience;
  const next = preceded(turned, isLost ? await lost(deps) : why);
  return { ...next, session: isLost ? next.session : { ...next.session, misunderstood: count } };
}

/** Whoever waits for a person is understood by that person: the menu would tell them that nobody had read it. */
function heard(turned: Turned, { draft }: Session): Turned {
  const reached = line("human-reached");
  if (draft?.pending !== undefined) return preceded(turned, reached);
  const buttons = [[{ kind: "command", label: line("button-menu"), command: "start" }]] as const;
  return { ...turned, says: [plainly({ lines: [reached], buttons })] };
}

async function lost({ hotline, callPerson }: MisunderstoodDeps): Promise<Line> {
  return line((await callPerson()) ? "lost-person" : "lost-hotline", { hotline });
}
