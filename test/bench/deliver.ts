// Delivers updates to a webhook as Telegram does, and takes the time from the POST to the answer.
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";

/** @returns how long it took, in ms. @throws when it is not taken: a benchmark of failures says nothing */
export type Deliver = (update: unknown) => Promise<number>;

export function deliverTo(origin: string, secret: string): { readonly deliver: Deliver; close(): void } {
  const agent = new Agent({ keepAlive: true });
  const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret };
  return {
    async deliver(update) {
      const body = JSON.stringify(update);
      const began = performance.now();
      const status = await new Promise<number | undefined>((resolve, reject) => {
        request(`${origin}/telegram/webhook`, { method: "POST", agent, headers }, (response) => {
          text(response).then(() => resolve(response.statusCode), reject);
        })
          .on("error", reject)
          .end(body);
      });
      const ms = performance.now() - began;
      if (status !== 200) throw new Error(`the webhook answered ${status}`);
      return ms;
    },
    close: () => agent.destroy(),
  };
}
