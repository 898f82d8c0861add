// What `pg` takes for a socket to a server, and is the Postgres inside this process: bytes of the protocol in, bytes out.
import { Duplex } from "node:stream";
import type { PGlite } from "@electric-sql/pglite";

/** What is written together is run together, in order. */
export function wireTo(pglite: PGlite): Duplex {
  const run = async (bytes: Buffer) => {
    const answer = await pglite.execProtocolRaw(bytes);
    if (answer.length > 0) wire.push(Buffer.from(answer));
  };
  const wire = new Duplex({
    // Answers are pushed when they are there.
    read: () => undefined,
    write(bytes: Buffer, _encoding, done) {
      run(bytes).then(() => done(), done);
    },
    writev(chunks, done) {
      run(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
    },
  });
  // The methods of a socket that `pg` calls beside a stream's.
  return Object.assign(wire, {
    connect: () => queueMicrotask(() => wire.emit("connect")),
    setNoDelay: () => undefined,
  });
}
