// The least that Telegram can be: every call is answered at once, and a chat's newest message with buttons is kept, so that the
// fake's own cost hardly shows. What the Bot API allows is checked by the tests, not here.
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { z } from "zod";

const button = z.object({ text: z.string(), callback_data: z.string().optional(), url: z.string().optional() });
const call = z.looseObject({
  chat_id: z.union([z.string(), z.number()]).optional(),
  message_id: z.number().optional(),
  text: z.string().optional(),
  reply_markup: z.object({ inline_keyboard: z.array(z.array(button)).optional() }).optional(),
});

export type Shown = {
  readonly id: number;
  readonly text: string;
  readonly buttons: readonly z.infer<typeof button>[];
};

export type Telegram = {
  readonly url: string;
  /** What the chat shows last. */
  shown(chat: number): Shown | undefined;
  stop(): Promise<void>;
};

export async function startTelegram(): Promise<Telegram> {
  const chats = new Map<string, Shown>();
  let messages = 0;

  const answer = (method: string, body: string): unknown => {
    if (method !== "sendMessage" && method !== "editMessageText") return true;
    const { chat_id, message_id, text = "", reply_markup } = call.parse(JSON.parse(body));
    messages += 1;
    const id = message_id ?? messages;
    chats.set(String(chat_id), { id, text, buttons: reply_markup?.inline_keyboard?.flat() ?? [] });
    return { message_id: id, date: 0, chat: { id: Number(chat_id), type: "private" }, text };
  };
  const server = createServer(async (request, response) => {
    const method = request.url?.split("/").at(-1) ?? "";
    const result = answer(method, await read(request));
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ok: true, result }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    shown: (chat) => chats.get(String(chat)),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
