// What every answer carries so that a browser lets a page do only what the page is for.
import type { FastifyInstance } from "fastify";

export type SecurityHeaders = {
  /** Served over https, so browsers may be told never to come by http again. */
  readonly isHttps: boolean;
  /** Where a form may lead besides here: browsers hold `form-action` against the redirect that follows the POST, too. */
  readonly formOrigins: readonly string[];
};

/** Two years, as browsers' preload lists ask for. */
const strictTransport = "max-age=63072000";

function contentSecurityPolicy(formOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    ["form-action 'self'", ...formOrigins].join(" "),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The policy of a page with a script file of ours; without scripts the page says the same. */
export const withOwnScripts = (headers: PageHeaders): string =>
  `${headers["content-security-policy"]}; script-src 'self'`;

export type PageHeaders = Readonly<Record<string, string>> & { readonly "content-security-policy": string };

export function securityHeaders({ isHttps, formOrigins }: SecurityHeaders): PageHeaders {
  return {
    "content-security-policy": contentSecurityPolicy(formOrigins),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    // Answers are about one person's money or one moment's health: nothing between us keeps them.
    "cache-control": "no-store",
    ...(isHttps ? { "strict-transport-security": strictTransport } : {}),
  };
}

/** For every answer of `app`, whoever's route it is; a route that sets one of these itself keeps its own. */
export function addHeaders(app: FastifyInstance, headers: Readonly<Record<string, string>>): void {
  app.addHook("onSend", async (_request, reply) => {
    for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) reply.header(name, value);
  });
}
