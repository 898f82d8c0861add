import { Buffer } from "node:buffer";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { UploadedFile } from "../../src/demo/bot-api/uploaded-file.js";
import { staff, staffGroup } from "../../src/demo/staff.js";
import { describeWithChromium, startChromium } from "../support/chromium.js";
import { eventually } from "../support/eventually.js";
import { phoneIn } from "../support/phone.js";
import { openPage, overflowOf } from "./open-page.js";
import { startedDemo } from "./started-demo.js";

const [agent, supervisor] = staff;
if (agent === undefined || supervisor === undefined) throw new Error("no demo staff");

// The smallest picture there is: one grey point.
const point = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";
const picture = () => new UploadedFile("stats.png", "image/png", Buffer.from(point, "base64"));

/** The demo with a case's topic, in it a card with a button. */
async function demoWithCase() {
  const demo = await startedDemo();
  const chat_id = staffGroup.id;
  await demo.botApi.handle("createForumTopic", { chat_id, name: "Case 7" });
  const group = demo.botApi.group(chat_id);
  const threadId = group.view().topics[0]?.id ?? 0;
  const inTopic = { chat_id, message_thread_id: threadId };
  const reply_markup = { inline_keyboard: [[{ text: "Claim", callback_data: "claim:7" }]] };
  await demo.botApi.handle("sendMessage", { ...inTopic, text: "Card of case 7", reply_markup });
  return { ...demo, group, threadId, inTopic };
}

const groupOn = (page: Page) => page.getByTestId("staff-group");
const chatOn = (page: Page) => page.getByTestId("desk-chat");

describeWithChromium("the desk in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  it("is not there until it is asked for, so the sponsor's phone is all there is", async () => {
    const { origin } = await demoWithCase();
    const page = await openPage(browser, `${origin}/demo?as=fatima&lang=en`);
    await page.getByRole("button", { name: "Start" }).waitFor();
    for (const once of ["chat", "input", "send"]) expect(await page.getByTestId(once).count()).toBe(1);
    expect(await groupOn(page).count()).toBe(0);
    await page.getByTestId("desk-open").click();
    await groupOn(page).getByTestId("topic").first().waitFor();
    expect(new URL(page.url()).searchParams.get("staff")).toBe("agent");
    expect(new URL(page.url()).searchParams.get("as")).toBe("fatima");
    await page.getByTestId("desk-open").click();
    await page.getByRole("button", { name: "Start" }).waitFor();
    expect(await chatOn(page).count()).toBe(0);
  });

  it("shows nothing of the group to whoever was taken out of it, and adds them again once they may be", async () => {
    const { origin, botApi } = await demoWithCase();
    const them = { chat_id: staffGroup.id, user_id: agent.telegramUserId };
    const page = await openPage(browser, `${origin}/demo?as=fatima&lang=en&staff=agent`);
    const topics = groupOn(page).getByTestId("topic");
    await topics.filter({ hasText: "Case 7" }).click();
    await botApi.handle("banChatMember", them);
    await groupOn(page).getByText("Taken out of this group").waitFor();
    expect(await groupOn(page).getByTestId("message").count()).toBe(0);
    expect(await topics.count()).toBe(0);
    expect(await groupOn(page).getByTestId("input").isDisabled()).toBe(true);
    await botApi.handle("unbanChatMember", { ...them, only_if_banned: true });
    await groupOn(page).getByRole("button", { name: "Add to the group" }).click();
    await topics.filter({ hasText: "Case 7" }).waitFor();
    expect(await groupOn(page).getByTestId("input").isDisabled()).toBe(false);
  });

  it("tells the bot what is written in a topic, and shows what the bot and others write there", async () => {
    const { origin, botApi, group, threadId, inTopic } = await demoWithCase();
    const page = await openPage(browser, `${origin}/demo?as=fatima&lang=en&staff=agent`);
    const topics = groupOn(page).getByTestId("topic");
    await topics.filter({ hasText: "Case 7" }).click();
    await groupOn(page).getByTestId("input").fill("I take this one");
    await groupOn(page).getByTestId("send").click();
    await groupOn(page).getByTestId("message").filter({ hasText: "I take this one" }).waitFor();
    const from = { id: agent.telegramUserId, first_name: "Salem" };
    expect(botApi.takeUpdates()).toMatchObject([
      { message: { text: "I take this one", from, message_thread_id: threadId, chat: { id: staffGroup.id } } },
    ]);

    group.member({ id: supervisor.telegramUserId, firstName: "Huda" }).say("thank you", { threadId });
    const thanks = groupOn(page).getByTestId("message").filter({ hasText: "thank you" });
    expect(await thanks.textContent()).toContain("Huda");
    await thanks.getByRole("button", { name: "Reply" }).click();
    await groupOn(page).getByTestId("input").fill("welcome");
    await groupOn(page).getByTestId("input").press("Enter");
    await eventually(() =>
      expect(botApi.pendingUpdates().at(-1)).toMatchObject({
        message: { text: "welcome", reply_to_message: { text: "thank you" }, message_thread_id: threadId },
      }),
    );
    await botApi.handle("sendMessage", { ...inTopic, text: "Claimed", protect_content: true });
    const claimed = groupOn(page).getByTestId("message").filter({ hasText: "Claimed" });
    expect(await claimed.textContent()).toContain("protected");

    await topics.filter({ hasText: "General" }).click();
    await groupOn(page).getByText("No messages here yet").waitFor();
    expect(await groupOn(page).getByTestId("message").count()).toBe(0);
  });

  it("presses buttons in the group, sends a photo and edits, all to be seen by the bot", async () => {
    const { origin, botApi, threadId } = await demoWithCase();
    const page = await openPage(browser, `${origin}/demo?as=fatima&lang=en&staff=supervisor`);
    await groupOn(page).getByTestId("topic").filter({ hasText: "Case 7" }).click();
    await groupOn(page).getByTestId("button").filter({ hasText: "Claim" }).click();
    await eventually(() => expect(botApi.pendingUpdates()).toHaveLength(1));
    const [pressed] = botApi.takeUpdates();
    expect(pressed?.callback_query).toMatchObject({ data: "claim:7", from: { id: supervisor.telegramUserId } });
    await botApi.handle("answerCallbackQuery", { callback_query_id: pressed?.callback_query?.id, text: "Yours now" });
    await chatOn(page).or(groupOn(page)).getByText("Yours now").first().waitFor();
    await groupOn(page).getByRole("button", { name: "Photo" }).click();
    await groupOn(page).getByTestId("message").filter({ hasText: "Photo" }).waitFor();
    await groupOn(page).getByTestId("input").fill("goed");
    await groupOn(page).getByTestId("send").click();
    await groupOn(page).getByRole("button", { name: "Edit" }).click();
    await groupOn(page).getByTestId("input").fill("good");
    await groupOn(page).getByTestId("send").click();
    await groupOn(page).getByTestId("message").filter({ hasText: "edited" }).getByText("good").waitFor();
    expect(botApi.takeUpdates()).toMatchObject([
      { message: { photo: [{}], message_thread_id: threadId } },
      { message: { text: "goed" } },
      { edited_message: { text: "good", message_thread_id: threadId } },
    ]);
  });

  it("lets nobody but the supervisor write in a closed topic, and marks where something new is", async () => {
    const { origin, botApi, threadId, inTopic } = await demoWithCase();
    const page = await openPage(browser, `${origin}/demo?as=fatima&lang=en&staff=agent`);
    const topic = groupOn(page).getByTestId("topic").filter({ hasText: "Case 7" });
    await topic.and(page.locator(".fresh")).click();
    expect(await topic.and(page.locator(".fresh")).count()).toBe(0);
    await botApi.handle("closeForumTopic", { chat_id: staffGroup.id, message_thread_id: threadId });
    await topic.getByText("closed").waitFor();
    expect(await groupOn(page).getByTestId("input").isDisabled()).toBe(true);
    await groupOn(page).getByTestId("topic").filter({ hasText: "General" }).click();
    expect(await groupOn(page).getByTestId("input").isDisabled()).toBe(false);
    await botApi.handle("sendMessage", { ...inTopic, text: "Opened again?" });
    await topic.and(page.locator(".fresh")).waitFor();
    await page.locator("#staff").selectOption("supervisor");
    await groupOn(page).getByTestId("topic").filter({ hasText: "Case 7" }).click();
    expect(await groupOn(page).getByTestId("input").isDisabled()).toBe(false);
  });

  it("has the member's own chat with the bot, with its pictures, beside the sponsor's", async () => {
    const { origin, botApi, fatima } = await demoWithCase();
    botApi.person(fatima.telegramUserId).say("only the sponsor's");
    const page = await openPage(browser, `${origin}/demo?as=fatima&lang=en&staff=agent`);
    await chatOn(page).getByRole("button", { name: "Start" }).click();
    await chatOn(page).getByTestId("message").filter({ hasText: "/start" }).waitFor();
    await chatOn(page).getByTestId("input").fill("/stats");
    await chatOn(page).getByTestId("send").click();
    await chatOn(page).getByTestId("message").filter({ hasText: "/stats" }).waitFor();
    await botApi.handle("sendPhoto", { chat_id: agent.telegramUserId, photo: picture(), caption: "Today" });
    const drawn = chatOn(page).getByTestId("message").filter({ hasText: "Today" }).locator("img");
    await drawn.waitFor();
    await eventually(async () =>
      expect(await drawn.evaluate((image) => "naturalWidth" in image && image.naturalWidth)).toBe(1),
    );
    expect(await chatOn(page).getByText("only the sponsor's").count()).toBe(0);
    const { message_id } = (await botApi
      .handle("sendMessage", { chat_id: agent.telegramUserId, text: "Secret" })
      .then((answer) => (answer?.ok === true ? answer.result : {}))) as { message_id: number };
    await chatOn(page).getByText("Secret").waitFor();
    await botApi.handle("deleteMessage", { chat_id: agent.telegramUserId, message_id });
    await chatOn(page).getByText("A message was deleted").waitFor();
    expect(await chatOn(page).getByText("Secret").count()).toBe(0);
  });

  it("is driven beside the sponsor's phone, each answer in the chat it belongs to", async () => {
    const { origin, botApi, inTopic } = await demoWithCase();
    const end = botApi.subscribe(({ kind }) => {
      if (kind !== "update") return;
      for (const { message } of botApi.takeUpdates()) {
        const where = message?.message_thread_id === undefined ? { chat_id: message?.chat.id } : inTopic;
        void botApi.handle("sendMessage", { ...where, text: `heard ${message?.text}` });
      }
    });
    onTestFinished(end);
    const page = await openPage(browser, `${origin}/demo?as=fatima&lang=en&staff=agent`);
    await groupOn(page).getByTestId("topic").filter({ hasText: "Case 7" }).click();
    const places = { "the sponsor": page.getByTestId("phone"), "the agent": chatOn(page), "the team": groupOn(page) };
    for (const [who, root] of Object.entries(places)) {
      expect(await phoneIn(root).says(`hello from ${who}`)).toContain(`heard hello from ${who}`);
    }
    for (const [who, root] of Object.entries(places)) {
      expect(await root.getByText("heard hello").count(), who).toBe(1);
    }
  });

  it.each(["ar", "en"])(
    "in %s stands beside the phone at 1280 pixels, and fits every screen from 320 on",
    async (lang) => {
      const { origin } = await demoWithCase();
      const page = await openPage(browser, `${origin}/demo?as=fatima&lang=${lang}&staff=agent`);
      await groupOn(page).getByTestId("topic").filter({ hasText: "Case 7" }).click();
      const tops = await Promise.all(
        [page.locator(".phone"), groupOn(page), chatOn(page)].map(
          async (part) => (await part.boundingBox())?.y ?? 9999,
        ),
      );
      expect(Math.max(...tops)).toBeLessThan(200);
      expect(await page.locator("html").getAttribute("dir")).toBe(lang === "ar" ? "rtl" : "ltr");
      for (const width of [320, 390, 700, 900, 1100, 1180, 1280, 1600]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflowOf(page), `at ${width}`).toBeLessThanOrEqual(0);
      }
    },
  );
});
