// Begins to listen, and tells in the settings' own words why it cannot.
import type { FastifyInstance } from "fastify";

/** `message` is for the operator: the setting, and what to do. */
export class CannotListen extends Error {
  override readonly name = "CannotListen";
}

type At = { readonly host: string; readonly port: number };

/** @throws CannotListen when the system refuses this address or port */
export async function listenAt(
  app: FastifyInstance,
  { host, port }: At,
  setting: "PORT" | "SANDBOX_PORT",
): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE")
      throw new CannotListen(`${setting}: port ${port} is in use; end what listens there, or give another port`);
    if (code === "EACCES")
      throw new CannotListen(`${setting}: port ${port} needs rights that this process has not; give one above 1023`);
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN")
      throw new CannotListen(`HOST: ${host} is no address of this machine; give 0.0.0.0, or unset it`);
    throw error;
  }
}
