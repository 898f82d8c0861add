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

/** Answers to what the desk asks: buttons alone, in no menu, and no word means them. */
export const deskAnswers = ["desk-consent"] as const;

/**
 * The commands of the chat; each is also a button and, through locales/, a word. `pay-quick` is the way without an account,
 * `resume` goes on with what was set aside.
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
  "privacy",
  "help",
  "human",
  "cancel",
  "resume",
  ...deskAnswers,
] as const;
export type Command = (typeof commands)[number];
