// Commands that name a bot, in the team's group over the fake Bot API: ours are taken, another bot's are left alone.
import { expect, it, onTestFinished } from "vitest";
import { createUsername, withoutName } from "../../../src/channels/telegram/addressed.js";
import { createBotApi } from "../../../src/channels/telegram/api.js";
import { botInfo, createTakeUpdate } from "../../../src/channels/telegram/bot.js";
import { createTelegramChannel } from "../../../src/channels/telegram/channel.js";
import { createTelegramDesk } from "../../../src/channels/telegram/desk/desk.js";
import { startBotApi } from "../../../src/demo/bot-api/standalone.js";
import { createRender } from "../../../src/messages/render.js";
import { createRenderView } from "../../../src/messages/render-view.js";
import { chatKey } from "../../../src/records/vault.js";
import type { ChatKey } from "../../../src/turns/session-store.js";
import { describeEachDatabase, testVault } from "../../support/databases.js";
import { createDeskWorld } from "../../support/desk-world.js";
import { speak } from "../../support/journey.js";
import { silentLog } from "../../support/log.js";

const keyOf = (id: string): ChatKey => chatKey(testVault, "telegram", id);

describeEachDatabase("a command that names its bot", (database) => {
  /** The desk behind the fake Bot API, with supervisor 1 in the group; each turn is answered by the desk or by "left". */
  async function start() {
    const world = createDeskWorld(database().db);
    await world.seat(1, "supervisor");
    const server = await startBotApi();
    onTestFinished(async () => {
      expect(server.violations).toEqual([]);
      await server.close();
    });
    const api = { token: server.token, apiRoot: server.url, countCall: () => undefined };
    const { desk } = world;
    const said: string[] = [];
    const takeUpdate = createTakeUpdate({
      api,
      channel: createTelegramChannel(createBotApi(api), silentLog),
      desk: {
        visit: createTelegramDesk({
          api,
          botInfo: botInfo(server.token),
          desk,
          render: createRenderView(speak, { isTest: false }),
        }),
        username: createUsername(createBotApi(api)).ask,
        isStaffGroup: async (chat) => (await desk.staff.group())?.chat === keyOf(chat),
        follow: (from, to) => desk.groups.follow(from, to),
        cameIn: (group, users) => desk.groups.cameIn(group, users),
        isSupervisor: async (user) => (await desk.staff.of(keyOf(user)))?.role === "supervisor",
      },
      takeTurn: async ({ chat, update, inGroupBy, atDesk }) => {
        const visited = await atDesk?.({
          fence: { chat: keyOf(chat), token: 1 },
          update,
          staff: await desk.staff.of(keyOf(inGroupBy ?? chat)),
          language: "en",
          now: world.clock.now(),
          state: undefined,
        });
        said.push(...(visited?.says.map(({ rendered }) => rendered.text) ?? ["left"]));
        return "done";
      },
      markUnreachable: async () => undefined,
      render: createRender(speak, { isTest: false }),
      log: silentLog,
    });
    const group = server.group(-1001, "Team", "forum");
    const member = group.member({ id: 1, firstName: "Huda", languageCode: "en" });
    const takes = async () => {
      const results = [];
      for (const update of server.takeUpdates()) results.push(await takeUpdate(JSON.parse(JSON.stringify(update))));
      return results;
    };
    return { world, server, member, said, takes };
  }

  it("is taken when it is ours, in any letters, also to name the group", async () => {
    const { world, member, said, takes } = await start();
    member.say("/desk@tajdeed_demo_bot here");
    expect(await takes()).toEqual(["done"]);
    expect(await world.desk.staff.group()).toMatchObject({ chat: keyOf("-1001"), hasTopics: true });
    member.say("/queue@Tajdeed_Demo_Bot");
    member.say("/queue");
    await takes();
    expect(said).toEqual([expect.stringContaining("team"), "Nobody waits for a person.", "Nobody waits for a person."]);
  });

  it("is left alone when it is another bot's", async () => {
    const { server, member, said, takes } = await start();
    member.say("/desk here");
    await takes();
    said.splice(0);
    member.say("/queue@other_bot");
    expect(await takes()).toEqual(["done"]);
    expect(said).toEqual([]);
    expect(server.calls.filter(({ method }) => method !== "getMe")).toEqual([]);
  });

  it("is taken later when the platform has not said yet how the bot is called", async () => {
    const { server, member, said, takes } = await start();
    server.failNext({ method: "getMe", kind: "500", times: 1 });
    member.say("/desk@tajdeed_demo_bot here");
    expect(await takes()).toEqual(["later"]);
    expect(said).toEqual([]);
    member.say("/desk@tajdeed_demo_bot here");
    expect(await takes()).toEqual(["done"]);
    expect(said).toHaveLength(1);
  });

  it("keeps what is marked in it in its place", () => {
    const text = "/note@a_bot see example.org";
    const entities = [
      { type: "bot_command", offset: 0, length: 11 },
      { type: "url", offset: 16, length: 11 },
    ];
    const update = { update_id: 1, edited_message: { text, entities } } as Parameters<typeof withoutName>[0];
    expect(withoutName(update)).toEqual({
      update_id: 1,
      edited_message: {
        text: "/note see example.org",
        entities: [
          { type: "bot_command", offset: 0, length: 5 },
          { type: "url", offset: 10, length: 11 },
        ],
      },
    });
  });
});
