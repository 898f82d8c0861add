// Replies are sent while the turn has its chat, and not a call longer.
import { expect, it } from "vitest";
import type { Channel, Rendered, Sent } from "../../src/messages/channel.js";
import { deliver } from "../../src/turns/replies.js";

const says = (text: string): Rendered => ({ text, language: "en", code: [], buttons: [] });
const refused: Sent = { ok: false, reason: "refused" };

/** A platform on which the turn's lease runs out with a certain call, and which answers as told. */
function platform(answers: readonly Sent[], calls: number) {
  const called: string[] = [];
  const answer = async (what: string): Promise<Sent> => {
    called.push(what);
    return answers[called.length - 1] ?? { ok: true, messageId: `${called.length}` };
  };
  const channel: Channel = {
    name: "telegram",
    send: (_chat, { text }) => answer(`send ${text}`),
    edit: (_chat, _id, { text }) => answer(`edit ${text}`),
    remove: () => answer("remove"),
    react: (_chat, message, sign) => answer(`sign ${message} ${sign}`),
  };
  const records = {
    enqueue: async () => undefined,
    hasWaiting: async () => false,
    markUnreachable: async () => undefined,
  };
  const of = (calls: number) => ({
    channel,
    chat: "1",
    key: "k",
    records,
    queued: false,
    mayGoOn: () => called.length < calls,
    apology: () => says("sorry"),
    tellRefused: () => undefined,
  });
  return {
    called,
    signs: (text: string, isAll = true) =>
      deliver([{ rendered: says(text), sign: { message: "9", as: "sent", isAll } }], of(calls)),
    delivers: (text: string) => deliver([{ rendered: says(text), inPlaceOf: "1" }], of(calls)),
  };
}

it("a reply in place that is refused is sent anew, and then put into plain words", async () => {
  const { called, delivers } = platform([refused, refused], 3);
  expect(await delivers("a")).toBe("sent");
  expect(called).toEqual(["edit a", "send a", "send sorry"]);
});

it.each([1, 2])("nothing is sent once the lease ran out in call %i", async (calls) => {
  const { called, delivers } = platform([refused, refused], calls);
  expect(await delivers("a")).toBe("stale");
  expect(called).toHaveLength(calls);
});

it.each([{ ok: true, messageId: "9" } as const, { ok: false, reason: "unknown" } as const])(
  "a sign that says all there is to say stands alone: %o",
  async (answer) => {
    const { called, signs } = platform([answer], 3);
    expect(await signs("✓ Sent")).toBe("sent");
    expect(called).toEqual(["sign 9 sent"]);
  },
);

it("a sign that the channel does not take is said in words, once", async () => {
  const { called, signs } = platform([refused], 3);
  expect(await signs("✓ Sent")).toBe("sent");
  expect(called).toEqual(["sign 9 sent", "send ✓ Sent"]);
});

it("a sign beside words says them as well", async () => {
  const { called, signs } = platform([], 3);
  expect(await signs("Withdrawn", false)).toBe("sent");
  expect(called).toEqual(["sign 9 sent", "send Withdrawn"]);
});
