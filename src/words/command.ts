// The commands of the chat: the one list that journeys, free text and the channels' menus go by.

/** The answers to a reminder: buttons under it and words, and in no menu. */
export const reminderAnswers = [
  "already-renewed",
  "remind-later",
  "worker-left",
  "not-mine",
  "stop-reminding",
  "undo",
] as const;

/** Of these one has to press the button: no word means them. */
export const buttonsAlone = ["desk-consent", "cancel-request", "answer"] as const;

/** The answers to what the desk asks a person: buttons under it, and in no menu. */
export const deskAnswers = ["desk-consent", "cancel-request", "helped"] as const;

/**
 * The commands of the chat; each is also a button and, through locales/, a word. `pay-quick` is the way without an account,
 * `resume` goes on with what was set aside, `answer` answers a topic, `cancel-request` takes back that a person was asked for,
 * `helped` answers how it was to talk to a person.
 */
export const commands = [
  "start",
  "register",
  "inquire",
  "quote",
  "renew",
  "pay",
  "pay-quick",
  "workers",
  "reminders",
  ...reminderAnswers,
  "language",
  "account",
  "privacy",
  "help",
  "human",
  "cancel",
  "resume",
  "answer",
  ...deskAnswers,
] as const;
export type Command = (typeof commands)[number];
