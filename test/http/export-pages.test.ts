import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Exports } from "../../src/http/export-pages.js";
import { ask, press } from "../support/ask.js";
import { type PagesServer, startPages } from "../support/pages-server.js";

const link = "/x/q7RkX2m0JfVb9nTzLw4ScA";
const data = { name: "ماريا", workers: [{ civilId: "1" }] };

let server: PagesServer;
let taken = 0;
beforeAll(async () => {
  const exports: Exports = {
    look: async () => (taken === 0 ? "ready" : "gone"),
    take: async () => (taken++ === 0 ? { ok: true, data } : { ok: false, reason: "gone" }),
  };
  server = await startPages({ parts: { exports } });
});
beforeEach(() => {
  taken = 0;
});
afterAll(() => server.close());

describe("/x/:token", () => {
  it("is a page with a button, which looking at does not use up", async () => {
    for (let looks = 0; looks < 3; looks++) {
      const { status, body } = await ask(`${server.url}${link}`);
      expect(status).toBe(200);
      expect(body).toContain(`<form method="post" action="${link}">`);
    }
    expect(taken).toBe(0);
  });

  it("gives the data once, as a file", async () => {
    const first = await press(server.url + link);
    expect(first.status).toBe(200);
    expect(first.headers.get("content-disposition")).toContain("attachment");
    expect(first.headers.get("cache-control")).toBe("no-store");
    expect(JSON.parse(first.body)).toEqual(data);
    const second = await press(server.url + link);
    expect(second.status).toBe(410);
    expect(second.body).not.toContain("ماريا");
  });

  it("says of a used link that it works once, and how to get another", async () => {
    await press(server.url + link);
    const { status, body } = await ask(`${server.url}${link}?lang=en`);
    expect(status).toBe(410);
    expect(body).toContain("once, for 15 minutes");
  });
});
