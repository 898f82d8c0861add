// Reminders: how one is reminded and each thing that can be changed of it; and the answers for one worker of several.
import { line } from "../words/line.js";
import { answerLine, standingAnswers, undoButton } from "./answer-lines.js";
import { calendarMessage } from "./calendar.js";
import { registerFirst } from "./doors.js";
import type { Ask, Ending, Journey } from "./journey.js";
import { nextSteps } from "./next-steps.js";
import type { Question } from "./question.js";
import { type Option, oneOf } from "./questions/one-of.js";
import { refusal } from "./refusal.js";
import { ownWorkers } from "./remind-whom.js";
import { answerButtons, forPrefix } from "./reminder-answers.js";
import { daysAsked } from "./reminder-days.js";
import { hourAsked } from "./reminder-hours.js";
import { changeWishes, reminderPage } from "./reminder-page.js";
import type { ReminderChat } from "./reminders-port.js";
import { coverLines, workerName } from "./worker-lines.js";
import type { World } from "./world.js";

export const reminders: Journey = async (ask, _prove, world) => {
  if (world.account === undefined) return registerFirst(world, "reminders");
  const { argument } = world;
  if (argument?.startsWith(forPrefix)) return answersFor(world, argument.slice(forPrefix.length));
  return (await changed(ask, world, argument)) ?? reminderPage(world);
};

/** `undefined` for an argument that changes nothing: anything can be typed after a command. */
async function changed(ask: Ask, world: World, what: string | undefined): Promise<Ending | undefined> {
  const { reminders: rules } = world.service;
  switch (what) {
    case "on":
    case "off":
      return changeWishes(world, (wishes) => ({ ...wishes, isOn: what === "on" }));
    case "fridays":
    case "quiet-fridays":
      return changeWishes(world, (wishes) => ({ ...wishes, quietFridays: what === "quiet-fridays" }));
    case "names":
    case "initials":
      return changeWishes(world, (wishes) => ({ ...wishes, names: what === "names" ? "name" : "initials" }));
    case "days": {
      const days = await ask("days", daysAsked(rules));
      // All of them stays all of them when the operator adds one.
      const isAll = days.length === rules.days.length;
      return changeWishes(world, ({ days: _before, ...rest }) => (isAll ? rest : { ...rest, days }));
    }
    case "hour": {
      const hour = await ask("hour", hourAsked(rules.hours));
      return changeWishes(world, ({ hour: _before, ...rest }) => (hour === "any" ? rest : { ...rest, hour }));
    }
    case "chat":
      return chooseChat(ask, world);
    case "calendar":
      return calendar(world);
    default:
      return undefined;
  }
}

/** All ends, of workers on record and followed, in one file. */
async function calendar(world: World): Promise<Ending> {
  const { names } = await world.reminders.wishes();
  const { today, now } = world;
  return { say: [calendarMessage({ workers: await ownWorkers(world), today, now, names })] };
}

async function chooseChat(ask: Ask, world: World): Promise<Ending | undefined> {
  const chats = await world.reminders.chats();
  if (chats.length < 2) return undefined;
  await world.reminders.choose(`${world.draft}:chat`, await ask("chat", chatAsked(chats)));
  return reminderPage(world, [line("reminders-changed")]);
}

/** Other chats are told apart by channel and number: there is nothing else of theirs to show. */
function chatAsked(chats: readonly ReminderChat[]): Question<string> {
  return oneOf({
    prompt: [line("reminder-chat-prompt")],
    help: line("reminder-chat-help"),
    options: chats.map(({ id, channel, isThis }): Option<string> => {
      const n = 1 + chats.filter((of) => of.channel === channel && !of.isThis).findIndex((of) => of.id === id);
      const label = isThis ? line("button-chat-this") : line(`button-chat-${channel}`, { n });
      return { value: id, label, means: id };
    }),
  });
}

async function answersFor(world: World, id: string): Promise<Ending> {
  const worker = (await ownWorkers(world)).find((each) => each.id === id);
  if (worker === undefined) return refusal(world);
  const standing = await standingAnswers(world, [worker]);
  const lines = [
    line("inquire-title", { worker: workerName(worker) }),
    ...coverLines(worker, world.today),
    ...standing.map(({ answer }) => answerLine(worker, answer)),
  ];
  const undo = standing.map(() => [undoButton(worker, line("button-undo"))]);
  return { say: [{ lines, buttons: [...undo, ...answerButtons(worker), ...nextSteps("reminders")] }] };
}
