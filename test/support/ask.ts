// Asks a server as a browser does that follows no redirect, and gives what a test looks at.

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: string };

export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: "manual", ...init });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

export const press = (url: string, fields: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  ask(url, { method: "POST", body: new URLSearchParams(fields) });
