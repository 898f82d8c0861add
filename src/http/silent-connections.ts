// Ends connections that never said a word once the server closes: browsers and clients open spare ones, and Node waits for them.
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

export function endSilentConnections(app: FastifyInstance): void {
  const open = new Set<Socket>();
  app.server.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  app.addHook("preClose", async () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  });
}
