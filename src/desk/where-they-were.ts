// What somebody was about when a person was asked for, in words: the journey, and which of its questions was open.
import { commands } from "../journeys/message.js";
import { type Line, line, type WordId } from "../words/line.js";

/** Questions that are the same to an agent have one title. */
const titles = {
  language: "desk-question-language",
  consent: "desk-question-consent",
  check: "desk-question-check",
  "proof-way": "desk-question-phone",
  phone: "desk-question-phone",
  name: "desk-question-name",
  email: "desk-question-email",
  gender: "desk-question-gender",
  governorate: "desk-question-governorate",
  "civil-id": "desk-question-civil-id",
  "civil-id-again": "desk-question-civil-id",
  sponsor: "desk-question-sponsor",
  "sponsor-again": "desk-question-sponsor",
  worker: "desk-question-worker",
  "worker-again": "desk-question-worker",
  who: "desk-question-worker",
  workers: "desk-question-workers",
  years: "desk-question-years",
  start: "desk-question-start",
  gap: "desk-question-start",
  accept: "desk-question-accept",
  nth: "desk-question-nth",
  "in-kuwait": "desk-question-in-kuwait",
  kuwaiti: "desk-question-kuwaiti",
  left: "desk-question-left",
  until: "desk-question-until",
  unfollow: "desk-question-unfollow",
  erase: "desk-question-erase",
  days: "desk-question-when",
  hour: "desk-question-when",
  on: "desk-question-when",
  chat: "desk-question-chat",
} as const satisfies Record<string, WordId>;

/** @param key as journeys ask by it; one asked for each worker carries the worker's id ("years:w12") */
export function questionTitle(key: string): Line | undefined {
  const [asked] = key.split(":");
  const title = Object.entries(titles).find(([each]) => each === asked)?.[1];
  return title && line(title);
}

/** `undefined`: of an older program, which has no name any more. */
export function journeyLine(name: string): Line | undefined {
  const command = commands.find((each) => each === name);
  return command && line(`journey-${command}`);
}

/** @param place "renew:accept", or the journey's name alone */
export function whereLines(place: string): readonly Line[] {
  const [name, ...key] = place.split(":");
  const journey = journeyLine(name ?? "");
  // A journey of an older program: nothing is said of what has no name any more.
  if (journey === undefined) return [];
  const question = questionTitle(key.join(":"));
  return [
    question === undefined
      ? line("desk-handoff-journey", { journey })
      : line("desk-handoff-journey-at", { journey, question }),
  ];
}
