// The staff's group has a pace of its own: what goes there keeps to it in order, and nobody else waits for it.
import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { createBotApi } from "../../src/channels/telegram/api.js";
import { createTelegramChannel } from "../../src/channels/telegram/channel.js";
import { startBotApi } from "../../src/demo/bot-api/standalone.js";
import type { Rendered } from "../../src/messages/channel.js";
import { runningTime } from "../../src/messages/pace.js";
import { createSender, telegramRate } from "../../src/messages/sender.js";
import { createChannelPace } from "../../src/records/channel-pace.js";
import { groupName } from "../../src/records/desk/staff-group.js";
import { mostInMinute, noteReplyInGroup } from "../../src/records/group-pace.js";
import { enqueue } from "../../src/records/outbox.js";
import { createOutboxStore } from "../../src/records/outbox-store.js";
import { chatKey } from "../../src/records/vault.js";
import { asAutomatic } from "../support/as-automatic.js";
import { describeEachDatabase, type TestDb, testVault } from "../support/databases.js";
import { eventually } from "../support/eventually.js";
import { silentLog } from "../support/log.js";
import { noReminders } from "../support/no-reminders.js";

const team = -1001;
const message = (text: string): Rendered => ({ text, language: "en", code: [], buttons: [] });
const clock = { now: () => new Date() };

/** The team's group and some persons' chats behind a Bot API, and two processes' senders for them. */
async function start({ db }: TestDb) {
  const server = await startBotApi();
  server.group(team, "Team", "forum").grantBot({ mayManageTopics: true, mayDeleteMessages: true });
  const api = createBotApi({ token: server.token, apiRoot: server.url, countCall: () => undefined });
  const channel = createTelegramChannel(api, silentLog);
  const keyOf = (id: number) => chatKey(testVault, "telegram", `${id}`);
  const senders = [0, 1].map(() =>
    createSender({
      channel,
      store: createOutboxStore({ asAutomatic, db, vault: testVault, clock, reminders: noReminders }),
      tokens: createChannelPace(db, "telegram", telegramRate),
      time: runningTime,
      log: silentLog,
      apology: () => message("sorry"),
    }),
  );
  onTestFinished(async () => {
    await Promise.all(senders.map((sender) => sender.stop()));
    expect(server.violations).toEqual([]);
    await server.close();
  });
  for (const id of [team, 1, 2, 3]) {
    if (id > 0) server.person(id).say("hello");
    const chat_id_sealed = testVault.seal.seal(`${id}`, "chats.chat_id_sealed");
    const chat = { chat: keyOf(id), channel: "telegram", chat_id_sealed, first_seen_at: clock.now() };
    await db.insertInto("chats").values(chat).execute();
  }
  const value = JSON.stringify({ chat: keyOf(team), hasTopics: true, language: "en" });
  await db.insertInto("meta").values({ name: groupName, value }).execute();
  return {
    server,
    channel,
    group: keyOf(team),
    put: (id: number, text: string) =>
      enqueue(db, testVault, {
        chat: keyOf(id),
        kind: "desk",
        effectKey: `${id}:${text}`,
        message: message(text),
        now: clock.now(),
      }),
    run: () => senders.forEach((sender) => void sender.start()),
    /** What has come to a chat, in its order. */
    at: (id: number) =>
      server.calls
        .filter(({ params, answer }) => Number(params.chat_id) === id && answer?.ok === true)
        .map(({ params }) => params.text),
    passed: (ms: number) =>
      sql`update group_pace set paused_until = paused_until - ${ms} * interval '1 millisecond',
        posted_at = (select array_agg(at - ${ms} * interval '1 millisecond' order by at desc) from unnest(posted_at) at)`.execute(
        db,
      ),
  };
}

const numbered = (n: number) => Array.from({ length: n }, (_, place) => `w${place}`);
const within = { timeout: 30_000 };

describeEachDatabase("the staff's group", (database) => {
  it(
    "gets twenty messages in a minute from all senders, in order, and the others when there is room; people wait for none",
    within,
    async () => {
      const { put, run, at, passed } = await start(database());
      for (const text of numbered(mostInMinute + 3)) await put(team, text);
      for (const id of [1, 2, 3]) await put(id, "receipt");
      run();
      await eventually(() => expect(at(team)).toHaveLength(mostInMinute));
      expect([1, 2, 3].map((id) => at(id))).toEqual([["receipt"], ["receipt"], ["receipt"]]);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(at(team)).toHaveLength(mostInMinute);
      await passed(60_000);
      await eventually(() => expect(at(team)).toEqual(numbered(mostInMinute + 3)));
    },
  );

  it("waits alone when it is throttled, and then gets everything, in order", within, async () => {
    const { server, put, run, at } = await start(database());
    server.failNext({ chatId: team, kind: "429", times: 1, retryAfter: 4 });
    for (const text of numbered(3)) await put(team, text);
    run();
    await eventually(() =>
      expect(server.calls.filter(({ params }) => Number(params.chat_id) === team)).toHaveLength(1),
    );
    const throttledAt = performance.now();
    for (const id of [1, 2, 3]) await put(id, "reminder");
    await eventually(() => expect([1, 2, 3].flatMap((id) => at(id))).toHaveLength(3));
    expect(performance.now() - throttledAt).toBeLessThan(3_900);
    expect(at(team)).toEqual([]);
    await eventually(() => expect(at(team)).toEqual(numbered(3)));
    expect(performance.now() - throttledAt).toBeGreaterThan(3_500);
  });

  it("counts what was replied there beside the outbox, and waits when such a reply was throttled", within, async () => {
    const { db } = database();
    const { channel, server, group, put, run, at, passed } = await start(database());
    for (const text of numbered(mostInMinute))
      await noteReplyInGroup(db, group, await channel.send(`${team}`, message(text)));
    await put(team, "behind");
    run();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(at(team)).not.toContain("behind");
    await passed(60_000);
    await eventually(() => expect(at(team)).toContain("behind"));
    server.failNext({ chatId: team, kind: "429", times: 1, retryAfter: 30 });
    await noteReplyInGroup(db, group, await channel.send(`${team}`, message("throttled")));
    await put(team, "later");
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(at(team)).not.toContain("later");
    await passed(30_000);
    await eventually(() => expect(at(team)).toContain("later"));
  });

  it("is the one chat that is counted", within, async () => {
    const { db } = database();
    const { put, run, at } = await start(database());
    for (const text of numbered(3)) await put(1, text);
    run();
    await eventually(() => expect(at(1)).toEqual(numbered(3)));
    expect(await db.selectFrom("group_pace").selectAll().execute()).toEqual([]);
  });
});
