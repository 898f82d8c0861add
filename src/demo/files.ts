// GET /demo/files/:id: a document that the bot has sent, to be saved; a browser never opens it as a page.
import type { FastifyInstance } from "fastify";
import type { BotApi } from "./bot-api/server.js";

export function addFiles(app: FastifyInstance, botApi: Pick<BotApi, "file">): void {
  app.get<{ Params: { id: string } }>("/files/:id", async (request, reply) => {
    const file = botApi.file(request.params.id);
    if (file === undefined) return reply.code(404).send({ reason: "no-file" });
    const charset = file.mediaType.startsWith("text/") ? "; charset=utf-8" : "";
    return reply
      .header("content-disposition", `attachment; filename*=UTF-8''${inHeader(file.name)}`)
      .header("x-content-type-options", "nosniff")
      .type(`${file.mediaType}${charset}`)
      .send(Buffer.from(file.base64, "base64"));
  });
}

/** RFC 5987 leaves fewer signs as they are than an address does. */
function inHeader(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
