// How one is reminded, as one page: whether, when and where, what was answered, and a button to change each.

import { maskCivilId } from "../domain/civil-id.js";
import { milestonesOf, type ReminderWishes } from "../domain/reminder.js";
import { type Line, line } from "../words/line.js";
import { answerLine, type StandingAnswer, standingAnswers, undoButton } from "./answer-lines.js";
import type { Ending } from "./journey.js";
import type { Button } from "./message.js";
import { nextSteps } from "./next-steps.js";
import { ownWorkers } from "./remind-whom.js";
import { daysTold } from "./reminder-days.js";
import { hoursTold, hourTime, nearestHour } from "./reminder-hours.js";
import type { ReminderChat } from "./reminders-port.js";
import type { World } from "./world.js";

/** What each of the page's buttons carries. */
type Change = "on" | "off" | "days" | "hour" | "chat" | "fridays" | "quiet-fridays" | "names" | "initials" | "calendar";

/** Answers told at once; who gave more finds the others as these are taken back. */
const mostShown = 8;

/** As it stands now, under `before` on what was just done. */
export async function reminderPage(world: World, before: readonly Line[] = []): Promise<Ending> {
  const own = await ownWorkers(world);
  const wishes = await world.reminders.wishes();
  const chats = await world.reminders.chats();
  const standing = (await standingAnswers(world, own)).filter((of) => isYetToCome(of, world)).slice(0, mostShown);
  return {
    say: [
      {
        lines: [
          ...before,
          ...(wishes.isOn ? wishLines(wishes, chats, world) : [line("reminders-off")]),
          ...(own.length === 0 ? [line("reminders-nobody")] : []),
          ...(standing.length === 0 ? [] : [line("reminders-answered")]),
          ...standing.map(({ worker, answer }) => answerLine(worker, answer)),
        ],
        buttons: [
          ...(wishes.isOn ? changeButtons(wishes, chats) : [[change(line("button-reminders-on"), "on")]]),
          ...standing.map(({ worker }) => [
            undoButton(worker, line("button-undo-for", { lastFour: maskCivilId(worker.civilId) })),
          ]),
          ...(own.length === 0 ? [] : [[change(line("button-calendar"), "calendar")]]),
          ...nextSteps("workers"),
        ],
      },
    ],
  };
}

/** Keeps changed wishes, once in this draft, and shows how one is reminded from now on. */
export async function changeWishes(world: World, to: (wishes: ReminderWishes) => ReminderWishes): Promise<Ending> {
  await world.reminders.wish(`${world.draft}:wish`, to(await world.reminders.wishes()));
  return reminderPage(world, [line("reminders-changed")]);
}

/** A day that has come, and cover told that has ended, hold nothing back any more. */
function isYetToCome({ answer }: StandingAnswer, { today }: World): boolean {
  if (answer.kind === "later") return answer.on >= today;
  return answer.kind !== "renewed" || answer.until >= today;
}

function wishLines(wishes: ReminderWishes, chats: readonly ReminderChat[], { service }: World): readonly Line[] {
  const { hours } = service.reminders;
  const isElsewhere = chats.some(({ isChosen, isThis }) => isChosen && !isThis);
  return [
    line("reminders-on"),
    ...daysTold(milestonesOf(wishes, service.reminders)),
    wishes.hour === undefined
      ? line("reminders-any-hour", hoursTold(hours))
      : line("reminders-hour", { time: hourTime(nearestHour(wishes.hour, hours)) }),
    line(wishes.quietFridays ? "reminders-quiet-fridays" : "reminders-fridays"),
    line(wishes.names === "name" ? "reminders-names" : "reminders-initials"),
    line(isElsewhere ? "reminders-elsewhere" : "reminders-here"),
  ];
}

function changeButtons(wishes: ReminderWishes, chats: readonly ReminderChat[]): readonly (readonly Button[])[] {
  return [
    [change(line("button-choose-days"), "days"), change(line("button-choose-hour"), "hour")],
    [
      wishes.quietFridays
        ? change(line("button-fridays"), "fridays")
        : change(line("button-quiet-fridays"), "quiet-fridays"),
      wishes.names === "name" ? change(line("button-initials"), "initials") : change(line("button-names"), "names"),
    ],
    ...(chats.length > 1 ? [[change(line("button-choose-chat"), "chat")]] : []),
    [change(line("button-stop-all"), "off")],
  ];
}

function change(label: Line, argument: Change): Button {
  return { kind: "command", label, command: "reminders", argument };
}
