// The Bot API as this program calls it: grammY's client with short timeouts, each call counted where no plugin can bypass it.
import { Api, type ApiClientOptions } from "grammy";

export type BotApiSettings = {
  readonly token: string;
  /** Without a slash at its end. */
  readonly apiRoot: string;
  /** Counts a call. `result` is the HTTP status, or "network" when there was none. */
  readonly countCall: (method: string, result: string) => void;
};

/**
 * A turn holds its chat while it replies, and sends nothing in the last 10 s of its lease: a call may not take longer.
 * grammY would wait 500 s. Telegram answers within a second; what takes longer does not arrive sooner by waiting.
 */
export const callTimeoutSeconds = 8;

export function createBotApi(settings: BotApiSettings, timeoutSeconds = callTimeoutSeconds): Api {
  return new Api(settings.token, clientOptions(settings, timeoutSeconds));
}

export function clientOptions({ apiRoot, countCall }: BotApiSettings, timeoutSeconds: number): ApiClientOptions {
  return { apiRoot, timeoutSeconds, fetch: countingFetch(countCall) as NonNullable<ApiClientOptions["fetch"]> };
}

type Request = Pick<RequestInit, "method" | "headers" | "body"> & { readonly signal: AbortSignal };

/**
 * Counting stands here and not in a transformer: grammY's plugins build clients of their own, which carry these options but not
 * those of `api.config.use`. It is also where a proxy's error page becomes an answer: grammY knows only JSON.
 */
function countingFetch(countCall: BotApiSettings["countCall"]) {
  return async (url: string, request: Request): Promise<Response> => {
    const method = url.slice(url.lastIndexOf("/") + 1);
    try {
      const response = await fetch(url, { ...request, signal: nativeSignal(request.signal) });
      countCall(method, String(response.status));
      const isJson = response.headers.get("content-type")?.includes("json") === true;
      if (isJson || response.ok) return response;
      await response.body?.cancel();
      return Response.json({ ok: false, error_code: response.status, description: response.statusText });
    } catch (error) {
      countCall(method, "network");
      throw error;
    }
  };
}

/** grammY's signals come from a library that Node's own fetch does not know. */
function nativeSignal(signal: AbortSignal): AbortSignal {
  const controller = new AbortController();
  if (signal.aborted) controller.abort();
  else signal.addEventListener("abort", () => controller.abort());
  return controller.signal;
}
