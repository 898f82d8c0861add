// How the desk answers: who waits, who is helped, and how long it takes to the first answer and to the end, by day and by person.
import { addDays, type IsoDate, kuwaitDate } from "../domain/iso-date.js";

/** A chat that needed a person, by its times. */
export type HandoffTimes = {
  readonly state: "queue" | "agent" | "bot";
  readonly openedAt: Date;
  readonly firstAnswerAt: Date | undefined;
  readonly closedAt: Date | undefined;
  /** Whose it is, or was last. */
  readonly owner: Helper | undefined;
  /** Who wrote the first answer, and who closed it: each may be another. */
  readonly answeredBy: Helper | undefined;
  readonly closedBy: Helper | undefined;
  /** What the person said of it afterwards, if they did. */
  readonly helped: boolean | undefined;
};

type Helper = { readonly id: number; readonly name: string };

/** The port: what was opened at this instant or later, and what is open still. */
export type DeskStats = {
  since(instant: Date): Promise<readonly HandoffTimes[]>;
};

/** Milliseconds; absent where nothing has come so far yet. */
export type Spread = { readonly median: number; readonly p90: number };

export type Figures = {
  readonly opened: number;
  readonly toAnswer: Spread | undefined;
  readonly toClose: Spread | undefined;
};

export type DeskFigures = {
  readonly waiting: number;
  readonly owned: number;
  /** Of those who said whether it helped: how many it did. */
  readonly helped: { readonly yes: number; readonly said: number };
  readonly all: Figures;
  /** Each of the last days, the latest last, also where nothing happened. */
  readonly days: readonly (Figures & { readonly day: IsoDate })[];
  /** Whoever had a chat in these days, by name: answered are those that they answered first, closed those that they closed. */
  readonly agents: readonly (Figures & { readonly name: string })[];
};

export const statsDays = 14;

export const firstStatsDay = (today: IsoDate): IsoDate => addDays(today, 1 - statsDays);

/**
 * The smallest of the values that at least the share `q` of them do not exceed (nearest rank).
 * @param q above 0, at most 1
 */
export function quantile(values: readonly number[], q: number): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * q) - 1];
}

export function deskFigures(handoffs: readonly HandoffTimes[], today: IsoDate): DeskFigures {
  const first = firstStatsDay(today);
  const lately = handoffs.filter(({ openedAt }) => kuwaitDate(openedAt) >= first);
  const days = Array.from({ length: statsDays }, (_, at) => addDays(first, at));
  const names = new Map(lately.flatMap(helpersOf).map(({ id, name }) => [id, name]));
  return {
    waiting: handoffs.filter(({ state }) => state === "queue").length,
    owned: handoffs.filter(({ state }) => state === "agent").length,
    helped: {
      yes: lately.filter(({ helped }) => helped === true).length,
      said: lately.filter(({ helped }) => helped !== undefined).length,
    },
    all: figuresOf(lately),
    days: days.map((day) => ({ day, ...figuresOf(lately.filter(({ openedAt }) => kuwaitDate(openedAt) === day)) })),
    agents: [...names]
      .map(([id, name]) => ({ name, ...figuresOf(lately.flatMap((each) => partOf(each, id))) }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  };
}

function helpersOf({ owner, answeredBy, closedBy }: HandoffTimes): readonly Helper[] {
  return [owner, answeredBy, closedBy].filter((each) => each !== undefined);
}

/** What of it is this member's; none: they had no part in it. */
function partOf(handoff: HandoffTimes, id: number): readonly HandoffTimes[] {
  if (!helpersOf(handoff).some((helper) => helper.id === id)) return [];
  const { firstAnswerAt, closedAt, answeredBy, closedBy } = handoff;
  return [
    {
      ...handoff,
      firstAnswerAt: answeredBy?.id === id ? firstAnswerAt : undefined,
      closedAt: closedBy?.id === id ? closedAt : undefined,
    },
  ];
}

function figuresOf(handoffs: readonly HandoffTimes[]): Figures {
  const spreadTo = (end: "firstAnswerAt" | "closedAt") =>
    spreadOf(
      handoffs.flatMap((each) => (each[end] === undefined ? [] : [each[end].getTime() - each.openedAt.getTime()])),
    );
  return { opened: handoffs.length, toAnswer: spreadTo("firstAnswerAt"), toClose: spreadTo("closedAt") };
}

function spreadOf(ms: readonly number[]): Spread | undefined {
  const [median, p90] = [quantile(ms, 0.5), quantile(ms, 0.9)];
  return median === undefined || p90 === undefined ? undefined : { median, p90 };
}
