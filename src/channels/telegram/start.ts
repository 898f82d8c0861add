// Tells Telegram how updates are to come and what the bot's own page and menu say, until it has taken it.
import { setTimeout as wait } from "node:timers/promises";
import type { Api } from "grammy";
import type { BotCommand } from "grammy/types";
import { type Command, commands, deskAnswers, reminderAnswers } from "../../journeys/message.js";
import type { Log } from "../../log.js";
import type { Speak } from "../../words/fluent.js";
import { type Language, languages, type WordId } from "../../words/line.js";
import { allowedUpdates } from "./update.js";
import { webhookPath } from "./webhook.js";

/** 1 s doubling to a minute: an operator who mends the token or the network sees the bot come up soon after. */
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

export type Delivery =
  | { readonly mode: "webhook"; readonly publicUrl: string; readonly secret: string }
  | { readonly mode: "polling" };

export type Introduction = {
  /** Telegram knows how updates are to come; until then the service is not ready. */
  isReady(): boolean;
  /** Resolves then; never, if it is stopped before. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
};

/** Begins at once and needs no waiting for: updates of before are answered meanwhile. */
export function introduceBot(of: {
  readonly api: Api;
  readonly delivery: Delivery;
  /** Asks for the bot's name, which our pages lead back to. */
  readonly learnName: () => Promise<unknown>;
  readonly speak: Speak;
  readonly log: Log;
}): Introduction {
  const stopping = new AbortController();
  let isReady = false;
  let tellReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => {
    tellReady = resolve;
  });

  async function untilTaken(what: string, call: () => Promise<unknown>): Promise<void> {
    for (let pauseMs = firstPauseMs; !stopping.signal.aborted; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
      try {
        await call();
        return;
      } catch (error) {
        of.log.warn({ event: "telegram-not-introduced", what, error });
        await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  async function introduce(): Promise<void> {
    await untilTaken(of.delivery.mode, () => chooseDelivery(of.api, of.delivery));
    if (stopping.signal.aborted) return;
    isReady = true;
    tellReady();
    of.log.info({ event: "telegram-ready", mode: of.delivery.mode });
    await untilTaken("name", of.learnName);
    await untilTaken("profile", () => describeBot(of.api, of.speak, stopping.signal));
  }

  const introducing = introduce();
  return {
    isReady: () => isReady,
    ready,
    async stop() {
      stopping.abort();
      await introducing;
    },
  };
}

/** Never with `drop_pending_updates`: what people wrote while the service was away is answered. */
function chooseDelivery(api: Api, delivery: Delivery): Promise<unknown> {
  if (delivery.mode === "polling") return api.deleteWebhook();
  return api.setWebhook(`${delivery.publicUrl}${webhookPath}`, {
    secret_token: delivery.secret,
    allowed_updates: allowedUpdates,
  });
}

/** In both languages, and Arabic for an app in any other. Nothing waits for it, so none of it begins once the process ends. */
async function describeBot(api: Api, speak: Speak, stopping: AbortSignal): Promise<void> {
  for (const [language, code] of [["ar", undefined], ...languages.map((each) => [each, each] as const)] as const) {
    const only = code === undefined ? {} : { language_code: code };
    const say = (id: WordId) => speak.plain(language, { id });
    const calls = [
      () => api.setMyCommands(menuOf(language, speak), { scope: { type: "all_private_chats" }, ...only }),
      () => api.setMyDescription(say("telegram-description"), only),
      () => api.setMyShortDescription(say("telegram-short-description"), only),
    ];
    for (const call of calls) if (!stopping.aborted) await call();
  }
}

/** Not in the menu: a name Telegram does not take, and what stands as a button where it makes sense. */
const notInMenu = [
  "register",
  "pay-quick",
  "resume",
  "answer",
  ...reminderAnswers,
  ...deskAnswers,
] as const satisfies readonly Command[];
type MenuCommand = Exclude<Command, (typeof notInMenu)[number]>;

const isInMenu = (command: Command): command is MenuCommand => !notInMenu.some((each) => each === command);

function menuOf(language: Language, speak: Speak): BotCommand[] {
  return commands
    .filter(isInMenu)
    .map((command) => ({ command, description: speak.plain(language, { id: `menu-${command}` }) }));
}
