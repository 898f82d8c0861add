import { describe, expect, it } from "vitest";
import type { Challenge } from "../../src/journeys/challenge.js";
import type { Journey } from "../../src/journeys/journey.js";
import type { Proofs } from "../../src/journeys/proofs-port.js";
import { oneOf } from "../../src/journeys/questions/one-of.js";
import { typed } from "../../src/journeys/questions/typed.js";
import { run } from "../../src/journeys/run.js";
import { line } from "../../src/words/line.js";
import { civilId, fakeWorld } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

const colours = (...values: string[]) =>
  oneOf({
    prompt: [line("years-prompt")],
    help: line("years-help"),
    name: line("years-name"),
    options: values.map((value) => ({ value, label: line("button-place", { place: value }), means: value })),
  });
const word = typed({
  prompt: [line("quote-who")],
  help: line("quote-who-help"),
  parse: (text) => (/^\w+$/.test(text) ? { ok: true, value: text } : { ok: false, why: line("date-not-a-date") }),
  isForThis: (text) => !text.startsWith("?"),
  suggestions: [{ label: line("button-place", { place: "same" }), value: "same" }],
  skip: line("button-resume"),
});
const mine = civilId("1985-03-02", 2200);

/** Two questions and an end that tells both answers. */
const twoQuestions: Journey = async (ask) => {
  const colour = await ask("colour", colours("red", "blue"));
  const { given } = await ask("word", word);
  return { say: [{ lines: [line("worker-named", { name: colour, lastFour: given ?? "none" })] }] };
};

const proving =
  (challenge: Challenge): Journey =>
  async (_ask, prove) => {
    const proof = await prove("phone", challenge);
    return { say: [{ lines: [line("worker-named", { name: proof.how, lastFour: proof.id })] }] };
  };

describe("an answer", () => {
  it("is asked for once, and the first missing one is the question", async () => {
    const chat = await chatWith(twoQuestions).opens();
    expect(chat.now.asks).toBe("colour");
    await chat.presses("blue");
    expect(chat.now.asks).toBe("word");
    await chat.says("hello");
    expect(chat.now.text).toBe("blue …hello");
  });

  it("may be typed as the button's word, or be a button's value", async () => {
    const chat = await chatWith(twoQuestions).opens();
    await chat.says(" RED ");
    expect(chat.now.asks).toBe("word");
    await chat.says("same");
    expect(chat.now.text).toBe("red …same");
  });

  it("may be left out where the question says so", async () => {
    const chat = await chatWith(twoQuestions).opens();
    await chat.presses("red");
    await chat.presses("Go on");
    expect(chat.now.text).toBe("red …none");
  });

  it("that is refused says why, and takes nothing", async () => {
    const chat = await chatWith(twoQuestions).opens();
    await chat.presses("red");
    await chat.says("two words");
    expect(chat.now.ids[0]).toBe("date-not-a-date");
    expect(chat.now.draft?.answers).toEqual({ colour: "red" });
  });

  it("that the question cannot read is left to be understood freely, with the question again", async () => {
    const chat = await chatWith(twoQuestions).opens();
    await chat.says("green");
    expect(chat.now.state).toBe("unread");
    expect(chat.now.asks).toBe("colour");
    await chat.sends({ kind: "press", fingerprint: chat.now.fingerprint, value: "green" });
    expect(chat.now.state).toBe("unread");
    await chat.presses("red");
    await chat.says("?what");
    expect(chat.now.state).toBe("unread");
    await chat.sends({ kind: "media", media: "voice" });
    expect(chat.now.state).toBe("unread");
    await chat.sends({ kind: "press", fingerprint: chat.now.fingerprint, value: "never offered" });
    expect(chat.now.state).toBe("unread");
  });

  it("of an unknown make in a stored draft is asked for again", async () => {
    const world = fakeWorld();
    for (const answers of [
      { colour: "green" },
      { colour: 7 },
      { colour: "red", word: ["a"] },
      { colour: "red", word: "no good" },
    ]) {
      const outcome = await run(twoQuestions, world, answers, world.proofs);
      expect(outcome.kind).toBe("asks");
    }
  });

  it("falls when it is no longer among today's, and later answers are kept", async () => {
    let offered = ["red", "blue"];
    const changing: Journey = async (ask, prove, world) => {
      await ask("colour", colours(...offered));
      return twoQuestions(ask, prove, world);
    };
    const chat = await chatWith(changing).opens();
    await chat.presses("red");
    offered = ["blue"];
    await chat.says("hello");
    expect(chat.now.ids[0]).toBe("question-changed");
    expect(chat.now.asks).toBe("colour");
    await chat.presses("blue");
    expect(chat.now.asks).toBe("word");
  });
});

describe("the controls", () => {
  it("stand under each question: help and stop always, back once there is something behind", async () => {
    const chat = await chatWith(twoQuestions).opens();
    expect(chat.now.labels).toEqual(["red", "blue", "Help", "Stop"]);
    await chat.presses("red");
    expect(chat.now.labels).toEqual(["same", "Go on", "Back", "Help", "Stop"]);
  });

  it("go back to the last question, and not past the first", async () => {
    const chat = await chatWith(twoQuestions).opens();
    await chat.presses("red");
    await chat.presses("<back");
    expect(chat.now.asks).toBe("colour");
    expect(chat.now.draft?.answers).toEqual({});
    await chat.sends({ kind: "press", fingerprint: chat.now.fingerprint, value: "<back" });
    expect(chat.now.asks).toBe("colour");
  });

  it("of a question that has been left count for nothing", async () => {
    const chat = await chatWith(twoQuestions).opens();
    const first = chat.now;
    await chat.presses("red");
    await chat.pressesAgain(first, "<cancel");
    expect(chat.now.state).toBe("asks");
    expect(chat.now.ids[0]).toBe("old-button");
  });
});

describe("a draft", () => {
  it("that has no question left when it is met again ends as it would have", async () => {
    const chat = await chatWith(async (ask, prove, world) =>
      world.account === undefined ? { say: [{ lines: [line("no-workers")] }] } : twoQuestions(ask, prove, world),
    ).opens();
    chat.world.account = undefined;
    await chat.presses("red");
    expect(chat.now.ids).toEqual(["no-workers"]);
  });

  it("lets a fault of a port through as a fault", async () => {
    const world = fakeWorld();
    const broken: Journey = async () => Promise.reject(new Error("the database is down"));
    await expect(run(broken, world, {}, world.proofs)).rejects.toThrow("the database is down");
  });

  it("met by text before anything was shown takes nothing", async () => {
    const chat = await chatWith(twoQuestions).opens();
    const { pending: _none, ...unseen } = chat.now.draft ?? { id: "", command: "renew", answers: {} };
    const { step } = await import("../../src/journeys/step.js");
    const deps = {
      journey: twoQuestions,
      world: chat.world,
      proofs: chat.world.proofs,
      valueLabelled: () => undefined,
    };
    const outcome = await step(deps, unseen, { kind: "text", text: "red" });
    expect(outcome).toMatchObject({ kind: "asks", draft: { answers: {} } });
  });
});

describe("a shared contact", () => {
  const contact = { kind: "contact", phone: "+96551234567", own: true } as const;
  const opened = () => chatWith(proving({ how: "contact", civilId: mine })).opens();

  it("counts if the channel vouches that it is the sender's own", async () => {
    const chat = await opened();
    expect(chat.now.messages[0]?.contact).toEqual(line("button-share-contact"));
    await chat.sends(contact);
    expect(chat.now.text).toBe("contact …p1");
  });

  it("counts for nothing if it is somebody else's, or not Kuwaiti", async () => {
    const chat = await opened();
    await chat.sends({ ...contact, own: false });
    expect(chat.now.ids[0]).toBe("challenge-not-own");
    await chat.sends({ ...contact, phone: "+33612345678" });
    expect(chat.now.ids[0]).toBe("challenge-not-kuwaiti");
  });

  it("is asked for again when a number is typed instead", async () => {
    const chat = await opened();
    await chat.says("5123 4567");
    expect(chat.now.ids[0]).toBe("challenge-typed-phone");
    await chat.says("why?");
    expect(chat.now.state).toBe("unread");
  });

  it("has help and a way out", async () => {
    const chat = await opened();
    await chat.presses("<help");
    expect(chat.now.ids[0]).toBe("help-contact");
    await chat.presses("<cancel");
    expect(chat.now.state).toBe("cancelled");
  });
});

describe("a one-time code", () => {
  const opened = () => chatWith(proving({ how: "code", civilId: mine })).opens();

  it("is sent once, however often the question is shown, and met in any digits", async () => {
    const chat = await opened();
    await chat.returns();
    await chat.presses("<help");
    expect(chat.now.ids[0]).toBe("help-code");
    expect(chat.world.did.challenged).toEqual(["draft1:phone"]);
    await chat.says("٤٨٢ ٩١٣");
    expect(chat.now.text).toBe("code …p1");
  });

  it("can be sent again, at most so often", async () => {
    const chat = await opened();
    await chat.presses("Send a new code");
    expect(chat.now.ids[0]).toBe("challenge-sent-again");
    chat.world.proofsSay.set = "too-soon";
    await chat.presses("Send a new code");
    expect(chat.now.ids[0]).toBe("challenge-too-soon");
  });

  it.each(["wrong", "expired", "too-many", "not-set"] as const)("that does not count says why: %s", async (reason) => {
    const chat = await opened();
    chat.world.proofsSay.met = { ok: false, reason };
    await chat.says("123456");
    expect(chat.now.ids[0]).toBe(`challenge-${reason}`);
    expect(chat.now.state).toBe("asks");
  });

  it("is not mistaken for other text or other input", async () => {
    const chat = await opened();
    await chat.says("hello");
    expect(chat.now.state).toBe("unread");
    await chat.sends({ kind: "media", media: "photo" });
    expect(chat.now.state).toBe("unread");
  });

  it("is asked for anew when the civil ID changes: a proof falls with what it was for", async () => {
    let of: Challenge = { how: "code", civilId: mine };
    const chat = await chatWith(async (ask, prove, world) => {
      const ending = await proving(of)(ask, prove, world);
      await ask("word", word);
      return ending;
    }).opens();
    await chat.says("482913");
    expect(chat.now.asks).toBe("word");
    of = { how: "code", civilId: civilId("1970-01-01", 3300) };
    await chat.says("hello");
    expect(chat.now.ids).toEqual(["question-changed", "challenge-code"]);
  });

  it("never has its code in the draft", async () => {
    const chat = await chatWith(async (ask, prove, world) => {
      await proving({ how: "code", civilId: mine })(ask, prove, world);
      await ask("word", word);
      return { say: [] };
    }).opens();
    await chat.says("482913");
    expect(JSON.stringify(chat.now.draft)).not.toContain("482913");
    const proofs: Proofs = chat.world.proofs;
    expect(await proofs.proof("draft1:phone", { how: "code", civilId: mine })).toMatchObject({ how: "code" });
  });
});
