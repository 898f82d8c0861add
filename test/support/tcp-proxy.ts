// A wire between the program and a store that a test can cut, silence and mend.
import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { freePort } from "./free-port.js";

export type TcpProxy = {
  readonly port: number;
  /** How often the program has spoken: one message after the other is one round trip each. */
  asked(): number;
  /** Breaks every connection and refuses new ones. */
  cut(): Promise<void>;
  /** Every connection there is falls silent for ever without closing, as when a machine between has lost it; new ones serve. */
  silence(): void;
  /** New connections lead to another port, as behind one address after a failover; those there are stay. */
  leadTo(port: number): void;
  /** Takes connections again. */
  mend(): Promise<void>;
  stop(): Promise<void>;
};

/** @param first the port of 127.0.0.1 that it leads to */
async function startTcpProxy(first: number): Promise<TcpProxy> {
  let to = first;
  const port = await freePort();
  const sockets = new Set<Socket>();
  const silenced = new WeakSet<Socket>();
  let server: Server | undefined;
  let asked = 0;

  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A broken connection is what the test is about; whoever uses it says so.
    socket.on("error", () => undefined);
  };
  async function mend(): Promise<void> {
    if (server !== undefined) return;
    server = createServer((near) => {
      const far = connect(to, "127.0.0.1");
      keep(near);
      keep(far);
      near.on("data", (data) => {
        asked += 1;
        if (!silenced.has(near)) far.write(data);
      });
      far.on("data", (data) => {
        if (!silenced.has(near)) near.write(data);
      });
      near.on("close", () => far.destroy());
      far.on("close", () => near.destroy());
    }).listen(port, "127.0.0.1");
    await once(server, "listening");
  }
  async function cut(): Promise<void> {
    const closing = server;
    server = undefined;
    for (const socket of sockets) socket.destroy();
    if (closing !== undefined) await new Promise((resolve) => closing.close(resolve));
  }
  await mend();
  return {
    port,
    asked: () => asked,
    cut,
    silence() {
      for (const socket of sockets) silenced.add(socket);
    },
    leadTo(next) {
      to = next;
    },
    mend,
    stop: cut,
  };
}

/** A url that leads through a proxy to where it led before. */
export async function throughProxy(url: string): Promise<{ readonly proxy: TcpProxy; readonly url: string }> {
  const through = new URL(url);
  const proxy = await startTcpProxy(Number(through.port));
  through.hostname = "127.0.0.1";
  through.port = `${proxy.port}`;
  return { proxy, url: through.href };
}
