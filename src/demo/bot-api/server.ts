// The fake Bot API server: checks every call, keeps the chats, hands out updates by poll or webhook, and fails on order.
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyPluginAsync } from "fastify";
import type { Update, UserFromGetMe } from "grammy/types";
import { type ApiAnswer, badRequest, refused } from "./answer.js";
import { type Happening, openChats } from "./chats.js";
import { checkCall, type Params } from "./check-call.js";
import type { StoredFile } from "./entries.js";
import { createFaults, type FaultOrder } from "./faults.js";
import { createGroup, type Group, type GroupKind } from "./group.js";
import { createLongPoll } from "./long-poll.js";
import { perform } from "./methods.js";
import { createPerson, type Person } from "./person.js";
import { createRoutes } from "./routes.js";
import { type Profile, rememberUser } from "./sending.js";
import { type ChatView, viewChat } from "./view.js";
import { PATIENCE_MS, untilTaken } from "./waiting.js";
import { createWebhook } from "./webhook.js";

type Call = {
  readonly method: string;
  readonly params: Params;
  /** Milliseconds since 1970, by the clock given. */
  readonly at: number;
  /** Absent while the call is under way, and for ever after a "silent" fault. */
  answer?: ApiAnswer;
};

type Violation = { readonly method: string; readonly params: Params; readonly problem: string };

export type BotApi = {
  /** Performs a call; undefined: it is never answered. */
  handle(method: string, params: Params, signal?: AbortSignal): Promise<ApiAnswer | undefined>;
  /** `/bot<token>/<method>`, to be registered under any prefix. */
  readonly routes: FastifyPluginAsync;
  /** A person with a phone. The same id is the same person, with the profile last given; the bot cannot write to one who never wrote to it. */
  person(id: number, profile?: Profile): Person;
  /** A group chat; its id is negative. What was made once stays what it was, whatever is asked for later. */
  group(id: number, title?: string, kind?: GroupKind): Group;
  /** Whether the bot is kept from what members say in groups where it is no administrator; it is not, unless told. */
  setPrivacy(isOn: boolean): void;
  /** Orders that the next calls that fit go wrong. */
  failNext(order: FaultOrder): void;
  /** The last calls, oldest first. */
  readonly calls: readonly Call[];
  /** Calls that the published Bot API does not allow; each was answered 400. A test asserts that there is none. */
  readonly violations: readonly Violation[];
  chatView(id: number, languageCode: string): ChatView;
  /** A document that the bot has sent. */
  file(id: string): StoredFile | undefined;
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
  const webhook = createWebhook({ chats, firstPauseMs: webhookPauseMs, now, stopped: stopping.signal });
  const people = new Map<number, Person>();
  const groups = new Map<number, Group>();
  const calls: Call[] = [];
  const violations: Violation[] = [];
  const me: UserFromGetMe = botUser(token);
  const surroundings = { chats, me, now };

  function answer(method: string, params: Params): ApiAnswer {
    return webhook.methods[method]?.(params) ?? perform(method, params, surroundings);
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
    person(id, profile) {
      if (profile !== undefined) rememberUser(chats, id, profile);
      else if (chats.user(id) === undefined) rememberUser(chats, id, { firstName: `Person ${id}` });
      return keep(people, id, () => createPerson(id, surroundings));
    },
    group: (id, title = "Group", kind = "group") =>
      keep(groups, id, () => createGroup({ id, title, kind }, surroundings)),
    setPrivacy: (isOn) => chats.record({ kind: "privacy", isOn }),
    failNext: faults.order,
    calls,
    violations,
    chatView: (id, languageCode) => viewChat(chats, id, { botName: me.first_name, languageCode }),
    file: chats.file,
    pendingUpdates: chats.pending,
    takeUpdates: chats.takeAll,
    idle: (ms = PATIENCE_MS) => untilTaken(chats, ms),
    subscribe: chats.subscribe,
    stop: () => stopping.abort(),
  };
}

function keep<Value>(kept: Map<number, Value>, id: number, create: () => Value): Value {
  const known = kept.get(id);
  if (known !== undefined) return known;
  const created = create();
  kept.set(id, created);
  return created;
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
