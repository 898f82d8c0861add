// The commands of the chat: the one list that journeys, free text and the channels' menus go by.

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
  "language",
  "privacy",
  "help",
  "human",
  "cancel",
  "resume",
] as const;
export type Command = (typeof commands)[number];
