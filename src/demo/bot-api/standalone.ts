// The fake Bot API server on a port of its own: what tests point TELEGRAM_API_ROOT at.
import Fastify from "fastify";
import { type BotApi, type BotApiOptions, createBotApi } from "./server.js";

export type StandaloneBotApi = BotApi & {
  readonly token: string;
  /** The API root, without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
};

const DEFAULT_TOKEN = "7000000000:TEST-token-of-the-fake-server";

export async function startBotApi(options: Partial<BotApiOptions> = {}): Promise<StandaloneBotApi> {
  const token = options.token ?? DEFAULT_TOKEN;
  const botApi = createBotApi({ now: () => new Date(), ...options, token });
  // Bodies as large as Telegram takes, and a connection that a test's bot keeps open must not delay the end.
  const app = Fastify({ bodyLimit: 10 * 1024 * 1024, forceCloseConnections: true });
  await app.register(botApi.routes);
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    ...botApi,
    token,
    url,
    close: async () => {
      botApi.stop();
      await app.close();
    },
  };
}
