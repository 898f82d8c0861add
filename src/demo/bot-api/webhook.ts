// The webhook: set, deleted, asked about; each update is posted again until a 2xx, in order within a chat, several chats at once.
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { type ApiAnswer, done } from "./answer.js";
import type { Chats } from "./chats.js";
import type { Params } from "./check-call.js";
import type { Webhook } from "./entries.js";
import { rememberAllowed } from "./long-poll.js";

// As the platform's own server does it: a slow webhook is given a minute, a failing one a pause that doubles up to a minute.
const ANSWER_WITHIN_MS = 60_000;
const LONGEST_PAUSE_MS = 60_000;

const DEFAULT_CONNECTIONS = 40;

export function createWebhook({
  chats,
  firstPauseMs,
  now,
  stopped,
}: {
  chats: Chats;
  firstPauseMs: number;
  now: () => Date;
  stopped: AbortSignal;
}) {
  const busyChats = new Set<number>();
  let lastFailure: { readonly at: number; readonly message: string } | undefined;

  function deliverWhatIsFree(): void {
    const webhook = chats.webhook();
    if (webhook === null || stopped.aborted) return;
    for (const update of chats.pending()) {
      if (busyChats.size >= webhook.maxConnections) return;
      const chatId = chatIdOf(update);
      if (busyChats.has(chatId)) continue;
      busyChats.add(chatId);
      void deliver(update, webhook).finally(() => {
        busyChats.delete(chatId);
        deliverWhatIsFree();
      });
    }
  }

  /** Ends when the update is taken, or when the webhook it was for is no longer the bot's. */
  async function deliver(update: Update, webhook: Webhook): Promise<void> {
    let pauseMs = firstPauseMs;
    while (!stopped.aborted && chats.webhook() === webhook) {
      const problem = await post(update, webhook);
      if (problem === undefined) {
        chats.record({ kind: "taken", updateIds: [update.update_id] });
        return;
      }
      lastFailure = { at: now().getTime(), message: problem };
      await sleep(pauseMs, undefined, { signal: stopped }).catch(() => {});
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }

  async function post(update: Update, { url, secretToken }: Webhook): Promise<string | undefined> {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(secretToken === undefined ? {} : { "x-telegram-bot-api-secret-token": secretToken }),
        },
        body: JSON.stringify(update),
        redirect: "manual",
        signal: AbortSignal.any([stopped, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      await response.arrayBuffer();
      return response.ok ? undefined : `Wrong response from the webhook: ${response.status} ${response.statusText}`;
    } catch (error) {
      return `Connection failed: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  chats.subscribe(({ kind }) => {
    if (kind === "update") deliverWhatIsFree();
  });

  function deleteWebhook(params: Params): ApiAnswer {
    if (params.drop_pending_updates === true) chats.takeAll();
    if (chats.webhook() !== null) chats.record({ kind: "webhook", webhook: null });
    return done(true);
  }

  const methods: Readonly<Record<string, (params: Params) => ApiAnswer>> = {
    deleteWebhook,

    setWebhook(params) {
      if (params.url === "") return deleteWebhook(params);
      if (params.drop_pending_updates === true) chats.takeAll();
      if (Array.isArray(params.allowed_updates)) rememberAllowed(chats, params.allowed_updates);
      const webhook = {
        url: String(params.url),
        secretToken: params.secret_token as string | undefined,
        maxConnections: Number(params.max_connections ?? DEFAULT_CONNECTIONS),
      };
      chats.record({ kind: "webhook", webhook });
      return done(true);
    },

    getWebhookInfo: () =>
      done({
        url: chats.webhook()?.url ?? "",
        has_custom_certificate: false,
        pending_update_count: chats.pending().length,
        max_connections: chats.webhook()?.maxConnections ?? DEFAULT_CONNECTIONS,
        allowed_updates: chats.allowedUpdates(),
        ...(lastFailure === undefined
          ? {}
          : { last_error_date: Math.floor(lastFailure.at / 1000), last_error_message: lastFailure.message }),
      }),
  };

  return {
    methods,
    /** Goes on with what a journal held at the start. */
    resume: deliverWhatIsFree,
  };
}

function chatIdOf(update: Update): number {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message;
  return (message?.chat ?? update.my_chat_member?.chat)?.id ?? 0;
}
