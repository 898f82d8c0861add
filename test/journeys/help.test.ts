import { describe, expect, it } from "vitest";
import { builtInSchedules } from "../../src/domain/fee-schedule.js";
import { help } from "../../src/journeys/help.js";
import { fakeWorld } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

const topics = ["fee", "conditions", "documents", "active", "genuine", "never"] as const;
type Of = Parameters<typeof fakeWorld>[0];
const about = async (topic: string, of: Of = {}) => (await chatWith(help, fakeWorld(of), "help").opens(topic)).now;

describe("help", () => {
  it("offers every topic, and the hotline for all else", async () => {
    const { now } = await chatWith(help, fakeWorld({ account: undefined }), "help").opens();
    expect(now.ids).toEqual(["help-what", "help-hotline"]);
    expect(now.text).toContain("151");
    const offered = now.buttons.flatMap((button) => (button.kind === "command" ? [button.argument] : []));
    expect(offered.slice(0, 6)).toEqual(topics);
  });

  it.each(topics)("answers %s in at most six lines, with the other topics under it", async (topic) => {
    for (const language of ["ar", "en"] as const) {
      const now = await about(topic, { language });
      expect(now.lines.length).toBeLessThanOrEqual(6);
      const offered = now.buttons.flatMap((button) =>
        button.kind === "command" && button.command === "help" ? [button.argument] : [],
      );
      expect(offered).toEqual(topics.filter((each) => each !== topic));
      expect(now.buttons.slice(-2)).toMatchObject([{ command: "human" }, { command: "start" }]);
    }
  });

  it("tells the fee by the schedule that holds, and what is not included", async () => {
    const now = await about("fee");
    expect(now.text).toContain("KD\u00a05.000");
    expect(now.ids).toEqual(
      expect.arrayContaining(["help-fee", "help-fee-row", "fee-schedule", "fee-not-included", "help-fee-quote"]),
    );
    expect(now.ids).not.toContain("fee-schedule-press");
  });

  it("says of the decision of 2025 that it is known from the press alone", async () => {
    const now = await about("fee", { service: { fees: builtInSchedules["decision-306-2025"] } });
    expect(now.ids.filter((id) => id === "help-fee-row")).toHaveLength(3);
    expect(now.ids).toContain("fee-schedule-press");
    for (const amount of ["KD\u00a00.000", "KD\u00a010.000", "KD\u00a0100.000"]) expect(now.text).toContain(amount);
  });

  it("says what is never asked: card, PIN, password, bank code", async () => {
    const { text } = await about("never");
    for (const word of ["card number", "PIN", "password", "bank code"]) expect(text).toContain(word);
    const arabic = (await about("never", { language: "ar" })).text;
    for (const word of ["رقم بطاقة", "رقمًا سريًا", "كلمة مرور", "رمز بنك"]) expect(arabic).toContain(word);
  });

  it("says how to tell a genuine link, and who runs this", async () => {
    expect((await about("genuine")).text).toContain("Run by Example Office. It is not part of the Ministry");
    expect((await about("genuine", { service: { isMinistry: true } })).text).not.toContain("not part of");
  });

  it("names the hotline that the operator has set", async () => {
    for (const topic of ["active", "genuine", "never"])
      expect((await about(topic, { service: { hotline: "1800" } })).text).toContain("1800");
  });

  it("shows its topics for one that there is not", async () => {
    expect((await about("weather")).ids).toEqual(["help-what", "help-hotline"]);
  });
});
