// How long the demo takes from its first instruction to /readyz, in an empty folder and in its own.
import { program } from "../support/program.js";

export type Startup = { readonly firstMs: number; readonly laterMs: readonly number[] };

const laterStarts = 2;

export async function measureStartup(): Promise<Startup> {
  const demo = await program();
  const start = async () => {
    const began = performance.now();
    await demo.start();
    return performance.now() - began;
  };
  try {
    const firstMs = await start();
    const laterMs: number[] = [];
    for (let nth = 0; nth < laterStarts; nth += 1) {
      await demo.stop();
      laterMs.push(await start());
    }
    return { firstMs, laterMs };
  } finally {
    await demo.end();
  }
}
