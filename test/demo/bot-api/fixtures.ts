// A fake server and grammY's own client before it: what the bot of these tests speaks through.
import { Api } from "grammy";
import type { Update } from "grammy/types";
import { onTestFinished } from "vitest";
import type { BotApiOptions } from "../../../src/demo/bot-api/server.js";
import { startBotApi } from "../../../src/demo/bot-api/standalone.js";

export async function startedServer(options: Partial<BotApiOptions> = {}) {
  const server = await startBotApi(options);
  onTestFinished(() => server.close());
  const api = new Api(server.token, { apiRoot: server.url, timeoutSeconds: 5 });
  const person = server.person(501, { firstName: "Fatima", languageCode: "ar" });
  return { server, api, person };
}

/** The bot's part of polling: takes what is there and confirms it. */
export async function takeAll(api: Api): Promise<Update[]> {
  const updates = await api.getUpdates();
  const last = updates.at(-1);
  if (last !== undefined) await api.getUpdates({ offset: last.update_id + 1 });
  return updates;
}
