// One step of a draft: takes an input for the question that was shown, and says what is shown next. Nothing is taken for any other question.
import { type Line, line } from "../words/line.js";
import { challengeMessage, meetChallenge } from "./challenges.js";
import { changeMenu, controls, droppedKey, pageMessage, withControls } from "./controls.js";
import type { Draft } from "./draft.js";
import type { Input } from "./input.js";
import type { Ending, Journey } from "./journey.js";
import type { Button, Message } from "./message.js";
import type { Proofs } from "./proofs-port.js";
import type { Stored } from "./question.js";
import { type Answers, askedAnew, isAskedAnew, type PathStep, type Run, run, withoutAnew } from "./run.js";
import type { World } from "./world.js";

export type Step =
  | {
      readonly kind: "asks";
      readonly draft: Draft;
      readonly message: Message;
      /** Stands in every answer button's data. */
      readonly fingerprint: string;
      /** The same question with one more tick: shown in place of the old, where the channel can. */
      readonly inPlace: boolean;
      /** Nothing was taken: an answer or a proof was refused, or the input was for another question than is asked now. */
      readonly untaken?: "answer" | "proof" | "other-question";
    }
  | { readonly kind: "ends"; readonly ending: Ending }
  | { readonly kind: "cancelled" }
  /** The question cannot read it: to be understood freely. `again` shows the question once more. */
  | { readonly kind: "unread"; readonly again: Step; readonly asked: "answer" | "proof" };

type Deps = {
  readonly journey: Journey;
  readonly world: World;
  readonly proofs: Proofs;
  /** The value of the answer button of this message that bears this text as its label, in either language: every button is a word. */
  readonly valueLabelled: (message: Message, text: string) => string | undefined;
};

/** Shows where a draft stands: its first question, or the one it was left at. */
export async function show(deps: Deps, draft: Draft, before: readonly Line[] = []): Promise<Step> {
  return shown(deps, draft, await run(deps.journey, deps.world, draft.answers, deps.proofs), before);
}

export async function step(deps: Deps, draft: Draft, input: Input): Promise<Step> {
  const now = await run(deps.journey, deps.world, draft.answers, deps.proofs);
  if (now.kind === "ends") return { kind: "ends", ending: now.ending };

  const { fingerprint } = now;
  if (input.kind === "press" && input.fingerprint !== fingerprint)
    return otherwise(
      deps,
      draft,
      now,
      isOurs(draft, input.fingerprint) ? whatChanged(draft, now) : [line("old-button")],
    );
  if (draft.pending?.fingerprint !== fingerprint) return otherwise(deps, draft, now, whatChanged(draft, now));

  const meant = input.kind === "text" ? await labelled(deps, draft, now, input) : input;
  if (meant.kind === "press") {
    const steered = await steer(deps, draft, now, meant.value);
    if (steered !== undefined) return steered;
  }
  return now.kind === "asks" ? answer(deps, draft, now, meant) : challenge(deps, draft, now, meant);
}

/** A button's label, typed, is a press on it: whoever types the word that stands before them means it. */
async function labelled(deps: Deps, draft: Draft, now: Asking, input: Input & { kind: "text" }): Promise<Input> {
  const { message } = await asking(deps, draft, now, [], draft.pending?.partial);
  const value =
    deps.valueLabelled(message, input.text) ?? deps.valueLabelled({ lines: [], buttons: beside(now) }, input.text);
  return value === undefined ? input : { kind: "press", fingerprint: now.fingerprint, value };
}

/** The buttons that a person may have before them beside the question's own: of the menu of changes, and of its pages. */
function beside(now: Asking): readonly (readonly Button[])[] {
  if (now.kind !== "asks") return [];
  const { mayChange, pages = [] } = now.question;
  return [
    ...(mayChange === true ? changeMenu(now.path).buttons : []),
    pages.map(({ label, value, said }): Button => {
      return { kind: "answer", label, value, ...(said === undefined ? {} : { said }) };
    }),
  ];
}

async function answer(deps: Deps, draft: Draft, now: Run & { kind: "asks" }, input: Input): Promise<Step> {
  const reading = now.question.read(input, draft.pending?.partial);
  switch (reading.kind) {
    case "answer": {
      const answers = { ...withoutAnew(draft.answers), ...reading.also, [now.key]: reading.stored };
      const next = await show(deps, { ...draft, answers });
      return reading.goesOn && next.kind === "asks" ? step(deps, next.draft, input) : next;
    }
    case "partial":
      return shown(deps, draft, now, [], reading.partial, true);
    case "refused":
      return { ...(await asking(deps, draft, now, [reading.why], draft.pending?.partial)), untaken: "answer" };
    case "unread":
      return { kind: "unread", again: await shown(deps, draft, now, [], draft.pending?.partial), asked: "answer" };
  }
}

async function challenge(deps: Deps, draft: Draft, now: Run & { kind: "challenges" }, input: Input): Promise<Step> {
  const met = await meetChallenge(deps.proofs, deps.world, now, input);
  switch (met.kind) {
    case "met":
      return show(deps, draft);
    case "refused":
      return { ...(await asking(deps, draft, now, [met.why])), untaken: "proof" };
    case "unread":
      return { kind: "unread", again: await shown(deps, draft, now, []), asked: "proof" };
  }
}

/** The controls under a question; `undefined` when `value` is an answer's. */
async function steer(deps: Deps, draft: Draft, now: Asking, value: string): Promise<Step | undefined> {
  if (value === controls.cancel) return { kind: "cancelled" };
  if (value === controls.help) return shown(deps, draft, now, [helpOf(now)], draft.pending?.partial);
  if (value === controls.back) return stepBack(deps, draft, now);
  if (value === controls.change) return reading(draft, now, changeMenu(now.path));
  const page = now.kind === "asks" ? now.question.pages?.find((each) => each.value === value) : undefined;
  if (page !== undefined) return reading(draft, now, pageMessage(page));
  const dropped = droppedKey(value);
  if (dropped === undefined) return undefined;
  return dropped === "" ? shown(deps, draft, now, [], draft.pending?.partial) : showAnew(deps, draft, dropped);
}

/** To the last question that was answered; from one that is asked anew, to where it was asked for. */
async function stepBack(deps: Deps, draft: Draft, now: Asking): Promise<Step> {
  if (isAskedAnew(draft.answers, now.key)) return show(deps, { ...draft, answers: withoutAnew(draft.answers) });
  const last = now.path.findLast(({ isGiven }) => isGiven);
  if (last === undefined) return shown(deps, draft, now, []);
  const { [last.key]: _dropped, ...answers } = withoutAnew(draft.answers);
  const left = { ...draft, answers };
  const next = await run(deps.journey, deps.world, answers, deps.proofs);
  // A question that has a usual answer is asked only of somebody who wants it.
  return next.kind !== "ends" && next.key === last.key
    ? shown(deps, left, next, [])
    : show(deps, { ...left, answers: askedAnew(answers, last.key) });
}

/** Asks for one answer anew, which holds until another is given; what was ticked is ticked. */
async function showAnew(deps: Deps, draft: Draft, key: string): Promise<Step> {
  const before = draft.answers[key];
  const wanting = { ...draft, answers: askedAnew(draft.answers, key) };
  const asked = await run(deps.journey, deps.world, wanting.answers, deps.proofs);
  const isTicked = asked.kind === "asks" && asked.key === key && Array.isArray(before);
  return shown(deps, wanting, asked, [], isTicked ? before : undefined);
}

/** Something to read or choose while the question waits, as it was shown. */
function reading(draft: Draft, now: Asking, message: Message): Step {
  const { fingerprint } = now;
  const waiting = pendingAt(draft, now, fingerprint, draft.pending?.partial);
  return { kind: "asks", draft: waiting, message, fingerprint, inPlace: false };
}

type Asking = Exclude<Run, { kind: "ends" }>;

/** What came was for a question that is not asked now: the one that is is shown, and why. */
async function otherwise(deps: Deps, draft: Draft, now: Asking, why: readonly Line[]): Promise<Step> {
  return { ...(await asking(deps, draft, now, why)), untaken: "other-question" };
}

async function shown(
  deps: Deps,
  draft: Draft,
  now: Run,
  before: readonly Line[],
  partial?: Stored,
  inPlace = false,
): Promise<Step> {
  if (now.kind === "ends") return { kind: "ends", ending: now.ending };
  return asking(deps, draft, now, before, partial, inPlace);
}

async function asking(
  deps: Deps,
  draft: Draft,
  now: Asking,
  before: readonly Line[],
  partial?: Stored,
  inPlace = false,
): Promise<Step & { kind: "asks" }> {
  const { fingerprint } = now;
  const message =
    now.kind === "asks" ? now.question.show(partial) : await challengeMessage(deps.proofs, deps.world, now);
  return {
    kind: "asks",
    draft: pendingAt(draft, now, fingerprint, partial),
    message: withControls({ ...message, lines: [...before, ...message.lines] }, { first: firstControl(draft, now) }),
    fingerprint,
    inPlace,
  };
}

function firstControl({ answers }: Draft, now: Asking): "back" | "change" | undefined {
  const isCheck = now.kind === "asks" && now.question.mayChange === true;
  if (isCheck && now.path.some(({ name }) => name !== undefined)) return "change";
  return isAskedAnew(answers, now.key) || now.path.some(({ isGiven }) => isGiven) ? "back" : undefined;
}

/**
 * The draft as it waits for this question. Answers that are no longer on the path are dropped at the check before the end: earlier,
 * an answer given up for another would take with it all that was asked after it.
 */
function pendingAt(draft: Draft, now: Asking, fingerprint: string, partial?: Stored): Draft {
  const isCheck = now.kind === "asks" && now.question.mayChange === true;
  return {
    ...draft,
    answers: isCheck ? onPath(draft.answers, now.path) : draft.answers,
    pending: {
      key: now.key,
      fingerprint,
      ...(now.kind === "asks" && now.question.shown !== undefined ? { shown: now.question.shown } : {}),
      ...(partial === undefined ? {} : { partial }),
    },
  };
}

function onPath(answers: Answers, path: readonly PathStep[]): Answers {
  const kept = new Set(path.map(({ key }) => key));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => kept.has(key)));
}

function helpOf(now: Asking): Line {
  return now.kind === "asks" ? now.question.help : line(now.challenge.how === "code" ? "help-code" : "help-contact");
}

/** Nothing was taken, and why: by what it was, where the question can tell. */
function whatChanged({ pending }: Draft, now: Asking): readonly Line[] {
  const changed =
    now.kind === "asks" && pending?.shown !== undefined ? now.question.changed?.(pending.shown) : undefined;
  return [line("question-changed"), ...(changed ?? [])];
}

function isOurs(draft: Draft, fingerprint: string): boolean {
  return draft.pending?.fingerprint === fingerprint;
}
