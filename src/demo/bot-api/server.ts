// The fake Bot API server: checks every call, keeps the chats, hands out updates by poll or webhook, and fails on order.
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyPluginAsync } from "fastify";
import type { Update, UserFromGetMe } from "grammy/types";
import { type ApiAnswer, badRequest, done, refused } from "./answer.js";
import { type Happening, openChats } from "./chats.js";
import { checkCall, type Params } from "./check-call.js";
import { createFaults, type FaultOrder } from "./faults.js";
import { createLongPoll, rememberAllowed } from "./long-poll.js";
import { perform } from "./methods.js";
import { createGroup, createPerson, type Group, type Person, type Profile } from "./person.js";
import { createRoutes } from "./routes.js";
import { type ChatView, viewChat } from "./view.js";
import { createWebhookDelivery } from "./webhook.js";

export type Call = {
  readonly method: string;
  readonly params: Params;
  /** Milliseconds since 1970, by the clock given. */
  readonly at: number;
  /** Absent while the call is under way, and for ever after a "silent" fault. */
  answer?: ApiAnswer;
};

export type Violation = { readonly method: string; readonly params: Params; readonly problem: string };

export type BotApi = {
  /** Performs a call; undefined: it is never answered. */
  handle(method: string, params: Params, signal?: AbortSignal): Promise<ApiAnswer | undefined>;
  /** `/bot<token>/<method>`, to be registered under any prefix. */
  readonly routes: FastifyPluginAsync;
  /** A person with a phone. The same id is the same person; the bot cannot write to one who never wrote to it. */
  person(id: number, profile?: Profile): Person;
  /** A group chat; its id is negative. */
  group(id: number, title?: string): Group;
  /** Orders that the next calls that fit go wrong. */
  failNext(order: FaultOrder): void;
  /** The last calls, oldest first. */
  readonly calls: readonly Call[];
  /** Calls that the published Bot API does not allow; each was answered 400. A test asserts that there is none. */
  readonly violations: readonly Violation[];
  chatView(id: number, languageCode: string): ChatView;
  /** What the bot has not confirmed yet. */
  pendingUpdates(): readonly Update[];
  /** Takes everything pending away, for a test that delivers updates by itself. */
  takeUpdates(): readonly Update[];
  /** Waits until the bot has confirmed every update; fails after `ms`. */
  idle(ms?: number): Promise<void>;
  subscribe(listener: (happening: Happening) => void): () => void;
  /** Ends every wait, so that a server closes at once. */
  stop(): void;
};

export type BotApiOptions = {
  readonly token: string;
  /** Where the chats are kept; in memory when absent. */
  readonly file?: string;
  readonly now: () => Date;
  /** The first pause after a webhook has failed; it doubles from there. A second unless told. */
  readonly webhookPauseMs?: number;
};

// Enough for any test's counting, and an end for a demo that runs for months.
const CALLS_KEPT = 50_000;

export function createBotApi({ token, file, now, webhookPauseMs = 1000 }: BotApiOptions): BotApi {
  const stopping = new AbortController();
  const chats = openChats({ file });
  const faults = createFaults();
  const longPoll = createLongPoll(chats);
  const webhook = createWebhookDelivery({ chats, firstPauseMs: webhookPauseMs, now, stopped: stopping.signal });
  const calls: Call[] = [];
  const violations: Violation[] = [];
  const me: UserFromGetMe = botUser(token);
  const surroundings = { chats, me, now };

  function answer(method: string, params: Params): ApiAnswer {
    if (method === "setWebhook") return setWebhook(params);
    if (method === "deleteWebhook") return deleteWebhook(params);
    if (method === "getWebhookInfo") return done(webhookInfo());
    return perform(method, params, surroundings);
  }

  function setWebhook(params: Params): ApiAnswer {
    if (params.url === "") return deleteWebhook(params);
    if (params.drop_pending_updates === true) takeUpdates();
    if (Array.isArray(params.allowed_updates)) rememberAllowed(chats, params.allowed_updates);
    chats.record({
      kind: "webhook",
      webhook: {
        url: String(params.url),
        secretToken: params.secret_token as string | undefined,
        maxConnections: Number(params.max_connections ?? 40),
      },
    });
    return done(true);
  }

  function deleteWebhook(params: Params): ApiAnswer {
    if (params.drop_pending_updates === true) takeUpdates();
    if (chats.webhook() !== null) chats.record({ kind: "webhook", webhook: null });
    return done(true);
  }

  function webhookInfo(): object {
    const failure = webhook.lastFailure();
    return {
      url: chats.webhook()?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: chats.pending().length,
      max_connections: chats.webhook()?.maxConnections ?? 40,
      allowed_updates: chats.allowedUpdates(),
      ...(failure === undefined
        ? {}
        : { last_error_date: Math.floor(failure.at / 1000), last_error_message: failure.message }),
    };
  }

  function takeUpdates(): readonly Update[] {
    const updates = chats.pending();
    if (updates.length > 0) chats.record({ kind: "taken", updateIds: updates.map(({ update_id }) => update_id) });
    return updates;
  }

  async function handle(
    method: string,
    params: Params,
    signal: AbortSignal = stopping.signal,
  ): Promise<ApiAnswer | undefined> {
    const call: Call = { method, params, at: now().getTime() };
    calls.push(call);
    if (calls.length > CALLS_KEPT) calls.splice(0, CALLS_KEPT / 2);

    const check = checkCall(method, params);
    if (!check.ok) {
      violations.push({ method, params, problem: check.problem });
      call.answer = check.reason === "method" ? refused(404, "Not Found") : badRequest(check.problem);
      return call.answer;
    }
    const fault = faults.next(method, params.chat_id);
    if (fault === undefined && method !== "getUpdates") {
      call.answer = answer(method, params);
      return call.answer;
    }
    const given = AbortSignal.any([signal, stopping.signal]);
    if (fault?.kind === "silent") {
      await sleep(2 ** 31 - 1, undefined, { signal: given, ref: false }).catch(() => {});
      return undefined;
    }
    if (fault?.kind === "answer") {
      call.answer = fault.answer;
      return call.answer;
    }
    const result = method === "getUpdates" ? await longPoll.poll(params, given) : answer(method, params);
    if (fault?.kind === "late") await sleep(fault.lateMs, undefined, { signal: given }).catch(() => {});
    call.answer = result;
    return result;
  }

  webhook.resume();

  return {
    handle,
    routes: createRoutes({ token, handle, stop: () => stopping.abort() }),
    person: (id, profile = { firstName: `Person ${id}` }) => createPerson(id, profile, surroundings),
    group: (id, title = "Group") => createGroup(id, title, surroundings),
    failNext: faults.order,
    calls,
    violations,
    chatView: (id, languageCode) => viewChat(chats, id, { botName: me.first_name, languageCode }),
    pendingUpdates: chats.pending,
    takeUpdates,
    idle: (ms = 5000) => untilTaken(chats, ms),
    subscribe: chats.subscribe,
    stop: () => stopping.abort(),
  };
}

function untilTaken(chats: ReturnType<typeof openChats>, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
    };
    const check = () => {
      if (chats.pending().length > 0) return;
      end();
      resolve();
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`after ${ms} ms the bot has still not confirmed ${JSON.stringify(chats.pending())}`));
    }, ms);
    const unsubscribe = chats.subscribe(({ kind }) => {
      if (kind === "taken") check();
    });
    check();
  });
}

function botUser(token: string): UserFromGetMe {
  return {
    id: Number.parseInt(token, 10),
    is_bot: true,
    first_name: "Tajdeed · تجديد",
    username: "tajdeed_demo_bot",
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  } as UserFromGetMe;
}
