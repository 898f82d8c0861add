// One thing that doctor has looked at: asked once, within a limit, and never told with the words of an error.
import { setTimeout as sleep } from "node:timers/promises";

/** `says` holds no secret and no address with one in it. */
export type Finding = { readonly name: string; readonly ok: boolean; readonly says: string };

/** Longer than any healthy answer, short enough that an operator does not take doctor for hung. */
const probeLimitMs = 5_000;

export async function look<Answer>(
  name: string,
  probe: () => Promise<Answer>,
  read: (answer: Answer) => { readonly ok: boolean; readonly says: string },
): Promise<Finding> {
  const limit = new AbortController();
  const late = sleep(probeLimitMs, undefined, { signal: limit.signal }).then(() => {
    throw Object.assign(new Error("no answer in time"), { code: "no answer in time" });
  });
  try {
    return { name, ...read(await Promise.race([probe(), late])) };
  } catch (error) {
    return { name, ok: false, says: `no use (${kindOf(error)}): check the setting and what it leads to` };
  } finally {
    limit.abort();
  }
}

/** The error's code or name. Its message may quote an address with a password or a token. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  for (const fact of ["code", "error_code"] as const) {
    const value: unknown = Reflect.get(error, fact);
    if (typeof value === "string" || typeof value === "number") return `${value}`;
  }
  return error.cause instanceof Error ? kindOf(error.cause) : error.name;
}
