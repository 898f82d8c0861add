import { InputFile } from "grammy";
import { describe, expect, it } from "vitest";
import { checkType } from "../../../src/demo/bot-api/check-shape.js";
import { startedServer, takeAll } from "./fixtures.js";

const teamId = -1_001_000_000_001;
const agent = { id: 701, firstName: "Salem", languageCode: "ar" };
const claim = { inline_keyboard: [[{ text: "Claim", callback_data: "claim:7" }]] };

/** A team's group with topics, the bot its administrator, and one of the team in it. */
async function startedTeam(rights = { mayManageTopics: true, mayDeleteMessages: true }) {
  const started = await startedServer();
  const group = started.server.group(teamId, "Hotline", "forum");
  group.grantBot(rights);
  return { ...started, group, member: group.member(agent) };
}

const malformed = (values: readonly unknown[], type: string) =>
  values.map((value) => checkType(value, type, type)).filter(Boolean);

describe("a group with topics", () => {
  it("has a topic for each that the bot creates, which can be renamed, closed, opened again and deleted", async () => {
    const { server, api, group } = await startedTeam();
    const topic = await api.createForumTopic(teamId, "Case 7");
    expect(malformed([topic], "ForumTopic")).toEqual([]);
    const threadId = topic.message_thread_id;
    expect(group.view()).toMatchObject({
      title: "Hotline",
      topics: [{ id: threadId, name: "Case 7", isClosed: false }],
    });
    await api.editForumTopic(teamId, threadId, { name: "Case 7 · closed" });
    await api.closeForumTopic(teamId, threadId);
    expect(group.view().topics).toEqual([{ id: threadId, name: "Case 7 · closed", isClosed: true }]);
    await api.reopenForumTopic(teamId, threadId);
    expect(group.messages().map(({ notice, text }) => [notice, text])).toEqual([
      ["topic-created", "Case 7"],
      ["topic-renamed", "Case 7 · closed"],
      ["topic-closed", ""],
      ["topic-reopened", ""],
    ]);
    await api.deleteForumTopic(teamId, threadId);
    expect([group.view().topics, group.messages(), group.deleted().length]).toEqual([[], [], 4]);
    expect(server.violations).toEqual([]);
  });

  it("says what cannot be done to a topic, in Telegram's words", async () => {
    const { server, api } = await startedTeam();
    const { message_thread_id } = await api.createForumTopic(teamId, "Case");
    await expect(api.reopenForumTopic(teamId, message_thread_id)).rejects.toThrow("TOPIC_NOT_MODIFIED");
    await expect(api.editForumTopic(teamId, message_thread_id, { name: "Case" })).rejects.toThrow("TOPIC_NOT_MODIFIED");
    await expect(api.closeForumTopic(teamId, 99)).rejects.toThrow("TOPIC_ID_INVALID");
    await expect(api.deleteForumTopic(teamId, 99)).rejects.toThrow("TOPIC_ID_INVALID");
    await expect(api.createForumTopic(teamId, "")).rejects.toThrow("0 characters, must be 1 to 128");
    await expect(api.createForumTopic(teamId, "x".repeat(129))).rejects.toThrow("must be 1 to 128");
    server.group(-900, "Plain").grantBot({ mayManageTopics: true, mayDeleteMessages: true });
    await expect(api.createForumTopic(-900, "Case")).rejects.toThrow("the chat is not a forum");
  });

  it("shows how the bot reacts to a message, by one of Telegram's own signs, and lets a muted bot write nothing", async () => {
    const { server, api, group, member } = await startedTeam();
    const id = member.say("hello");
    await api.setMessageReaction(teamId, id, [{ type: "emoji", emoji: "👍" }]);
    expect(group.messages().at(-1)).toMatchObject({ text: "hello", reaction: "👍" });
    member.edit(id, "hello again");
    expect(group.messages().at(-1)).toMatchObject({ text: "hello again", reaction: "👍" });
    await api.setMessageReaction(teamId, id, []);
    expect(group.messages().at(-1)?.reaction).toBeUndefined();
    const unknown = [{ type: "emoji", emoji: "✅" as "👍" }] as const;
    await expect(api.setMessageReaction(teamId, id, [...unknown])).rejects.toThrow("REACTION_INVALID");
    await expect(api.setMessageReaction(teamId, 999, [])).rejects.toThrow("message to react not found");
    const two = [{ type: "emoji", emoji: "👍" } as const, { type: "emoji", emoji: "👌" } as const];
    await expect(api.setMessageReaction(teamId, id, two)).rejects.toThrow("REACTIONS_TOO_MANY");
    group.muteBot(true);
    expect((await api.sendMessage(teamId, "an administrator may")).text).toBe("an administrator may");
    group.grantBot(null);
    await expect(api.sendMessage(teamId, "nobody else")).rejects.toThrow("not enough rights to send text messages");
    const me = await api.getChatMember(teamId, (await api.getMe()).id);
    expect(me).toMatchObject({ status: "restricted", can_send_messages: false });
    group.muteBot(false);
    await api.sendMessage(teamId, "at last");
    expect(server.violations).toEqual([]);
  });

  it("has no topics for a bot without the right, nor lets it write in a closed one", async () => {
    const { api, group } = await startedTeam();
    const { message_thread_id } = await api.createForumTopic(teamId, "Case");
    await api.closeForumTopic(teamId, message_thread_id);
    await expect(api.sendMessage(teamId, "for the record", { message_thread_id })).resolves.toHaveProperty("text");
    group.grantBot({ mayManageTopics: false, mayDeleteMessages: false });
    await expect(api.createForumTopic(teamId, "Case")).rejects.toThrow("not enough rights to create a topic");
    await expect(api.reopenForumTopic(teamId, message_thread_id)).rejects.toThrow("not enough rights");
    await expect(api.deleteForumTopic(teamId, message_thread_id)).rejects.toThrow("not enough rights");
    await expect(api.sendMessage(teamId, "late", { message_thread_id })).rejects.toThrow("TOPIC_CLOSED");
  });

  it("keeps a message in its topic or in General, and refuses a topic that is not there", async () => {
    const { api, group, person } = await startedTeam();
    person.say("hi");
    const { message_thread_id } = await api.createForumTopic(teamId, "Case");
    const sent = await api.sendMessage(teamId, "in the topic", { message_thread_id });
    expect(sent).toMatchObject({ message_thread_id, is_topic_message: true });
    await api.sendMessage(teamId, "in General");
    const places = group.messages().flatMap(({ kind, text, threadId }) => (kind === "text" ? [[text, threadId]] : []));
    expect(places).toEqual([
      ["in the topic", message_thread_id],
      ["in General", undefined],
    ]);
    const elsewhere = { message_thread_id: 99 };
    await expect(api.sendMessage(teamId, "lost", elsewhere)).rejects.toThrow("message thread not found");
    await expect(api.sendPhoto(teamId, "https://x.example/a.png", elsewhere)).rejects.toThrow("thread not found");
    await expect(api.sendMessage(501, "private", elsewhere)).rejects.toThrow("message thread not found");
  });

  it("lets the bot answer a message, and says when that is gone, unless it may be sent all the same", async () => {
    const { api, group, member } = await startedTeam();
    const { message_thread_id: threadId } = await api.createForumTopic(teamId, "Case");
    const said = member.say("who takes it?", { threadId });
    const sent = await api.sendMessage(teamId, "you", { reply_parameters: { message_id: said } });
    expect(sent).toMatchObject({ message_thread_id: threadId, reply_to_message: { message_id: said } });
    expect(malformed([sent], "Message")).toEqual([]);
    expect(await group.waitFor()).toMatchObject({ text: "you", replyToId: said, threadId });
    const gone = { message_id: 999 };
    await expect(api.sendMessage(teamId, "you", { reply_parameters: gone })).rejects.toThrow(
      "message to be replied not found",
    );
    const allowed = { ...gone, allow_sending_without_reply: true };
    expect(await api.sendMessage(teamId, "you", { reply_parameters: allowed })).not.toHaveProperty("reply_to_message");
  });
});

describe("a member of the group", () => {
  it("writes, sends files, answers, edits and presses, in a topic or in General, in the published shape", async () => {
    const { api, group, member } = await startedTeam();
    const { message_thread_id: threadId } = await api.createForumTopic(teamId, "Case");
    const card = await api.sendMessage(teamId, "card", { message_thread_id: threadId, reply_markup: claim });
    const said = member.say("hello", { threadId });
    member.say("to all");
    member.say("yes", { replyToId: said });
    member.sendPhoto({ fileId: "p1", caption: "the card" }, { threadId });
    member.sendVoice({ fileId: "v1" }, { threadId });
    member.sendDocument({ fileId: "d1", name: "policy.pdf" });
    member.edit(said, "hello there");
    member.press(card.message_id, "Claim");
    const updates = await takeAll(api);
    expect(malformed(updates, "Update")).toEqual([]);
    const from = { id: 701, first_name: "Salem" };
    expect(updates).toMatchObject([
      // What answers nothing is told as an answer to the message that created the topic, as Telegram tells it.
      { message: { text: "hello", from, message_thread_id: threadId, reply_to_message: { forum_topic_created: {} } } },
      { message: { text: "to all", chat: { id: teamId, type: "supergroup", is_forum: true } } },
      { message: { text: "yes", message_thread_id: threadId, reply_to_message: { message_id: said, text: "hello" } } },
      { message: { photo: [{ file_id: "p1" }], caption: "the card", message_thread_id: threadId } },
      { message: { voice: { file_id: "v1" }, is_topic_message: true } },
      { message: { document: { file_id: "d1", file_name: "policy.pdf" } } },
      { edited_message: { message_id: said, text: "hello there", message_thread_id: threadId } },
      { callback_query: { data: "claim:7", from, message: { message_id: card.message_id, chat: { id: teamId } } } },
    ]);
    expect(updates[1]?.message).not.toHaveProperty("message_thread_id");
    const seen = group.messages().find(({ id }) => id === said);
    expect(seen).toMatchObject({ text: "hello there", isEdited: true, sender: { id: 701, name: "Salem" }, threadId });
    expect(seen).not.toHaveProperty("replyToId");
  });

  it("edits only what is theirs, and writes neither in a closed topic nor in one that is not there", async () => {
    const { api, group, member } = await startedTeam();
    const { message_thread_id: threadId } = await api.createForumTopic(teamId, "Case");
    const said = group.say("mine", { id: 702, firstName: "Huda" });
    expect(() => member.edit(said, "yours")).toThrow("somebody else's");
    expect(() => member.say("lost", { threadId: 99 })).toThrow("message thread not found");
    expect(() => member.say("lost", { replyToId: 99 })).toThrow("message to be replied not found");
    await api.closeForumTopic(teamId, threadId);
    expect(() => member.say("late", { threadId })).toThrow(`topic ${threadId} is closed`);
    const owner = group.member({ id: 702, firstName: "Huda" }, "creator");
    expect(owner.say("late", { threadId })).toBeGreaterThan(threadId);
  });

  it("alone is told what the bot says to their press", async () => {
    const { server, api, member } = await startedTeam();
    const card = await api.sendMessage(teamId, "card", { reply_markup: claim });
    member.press(card.message_id, "claim:7");
    const told: number[] = [];
    server.subscribe((happening) => happening.kind === "toast" && told.push(happening.userId));
    await api.answerCallbackQuery((await takeAll(api)).at(-1)?.callback_query?.id ?? "", { text: "Yours" });
    expect(told).toEqual([701]);
  });
});

describe("privacy mode", () => {
  const textsHeard = async (api: Parameters<typeof takeAll>[0]) =>
    (await takeAll(api)).map(({ message, edited_message }) => message?.text ?? `edited: ${edited_message?.text}`);

  it("keeps the bot from what is not meant for it, unless it is an administrator, and is told by getMe", async () => {
    const { server, api, group, member } = await startedTeam();
    expect((await api.getMe()).can_read_all_group_messages).toBe(true);
    server.setPrivacy(true);
    expect((await api.getMe()).can_read_all_group_messages).toBe(false);
    member.say("heard by an administrator");
    group.grantBot(null);
    const sent = await api.sendMessage(teamId, "who?");
    const said = member.say("among us");
    member.edit(said, "among us two");
    member.say("/queue");
    member.say("you there, @tajdeed_demo_bot");
    member.say("me", { replyToId: sent.message_id });
    expect(await textsHeard(api)).toEqual([
      "heard by an administrator",
      "/queue",
      "you there, @tajdeed_demo_bot",
      "me",
    ]);
  });
});

describe("rights and members", () => {
  it("are told for whoever is asked about, in the published shape", async () => {
    const { server, api, group } = await startedTeam({ mayManageTopics: true, mayDeleteMessages: false });
    const me = await api.getMe();
    group.member({ id: 702, firstName: "Huda" }, "creator");
    group.member({ id: 703, firstName: "Noura" }, "administrator");
    const answers = await Promise.all([me.id, 701, 702, 703, 501].map((id) => api.getChatMember(teamId, id)));
    expect(answers).toMatchObject([
      { status: "administrator", can_manage_topics: true, can_delete_messages: false },
      { status: "member", user: { id: 701 } },
      { status: "creator" },
      { status: "administrator" },
      { status: "left" },
    ]);
    expect(malformed(answers, "ChatMember")).toEqual([]);
    await expect(api.getChatMember(teamId, 999)).rejects.toThrow("user not found");
    expect(await api.getChat(teamId)).toMatchObject({ type: "supergroup", is_forum: true, title: "Hotline" });
    expect(await server.group(-900, "Plain").isBotIn()).toBe(true);
    expect(await api.getChatMember(-900, me.id)).toMatchObject({ status: "member" });
    expect(await api.getChat(-900)).not.toHaveProperty("is_forum");
  });

  it("reach the bot when somebody changes its own", async () => {
    const { api, group } = await startedTeam();
    group.grantBot(null, agent);
    group.grantBot({ mayManageTopics: false, mayDeleteMessages: true }, agent);
    const updates = await takeAll(api);
    expect(malformed(updates, "Update")).toEqual([]);
    expect(updates).toMatchObject([
      { my_chat_member: { old_chat_member: { status: "administrator" }, new_chat_member: { status: "member" } } },
      { my_chat_member: { new_chat_member: { status: "administrator", can_manage_topics: false } } },
    ]);
  });

  it("are told of all administrators, the bot among them, of a group that has them", async () => {
    const { server, api, group } = await startedTeam();
    const me = await api.getMe();
    group.member({ id: 702, firstName: "Huda" }, "creator");
    group.member({ id: 703, firstName: "Fahad" }, "administrator");
    const told = await api.getChatAdministrators(teamId);
    expect(malformed(told, "ChatMember")).toEqual([]);
    expect(told.map(({ status, user }) => [status, user.id])).toEqual([
      ["creator", 702],
      ["administrator", 703],
      ["administrator", me.id],
    ]);
    group.grantBot(null);
    group.member({ id: 703, firstName: "Fahad" }, "member");
    expect((await api.getChatAdministrators(teamId)).map(({ user }) => user.id)).toEqual([702]);
    server.person(501).say("hi");
    await expect(api.getChatAdministrators(501)).rejects.toThrow("no administrators in the private chat");
    expect(server.violations).toEqual([]);
  });

  it("decide whose messages the bot may delete", async () => {
    const { api, group, member } = await startedTeam({ mayManageTopics: true, mayDeleteMessages: false });
    const own = await api.sendMessage(teamId, "mine");
    const said = member.say("theirs");
    await expect(api.deleteMessage(teamId, said)).rejects.toThrow("message can't be deleted");
    await api.deleteMessage(teamId, own.message_id);
    expect(group.messages().map(({ text }) => text)).toEqual(["theirs"]);
    expect(group.deleted().map(({ text }) => text)).toEqual(["mine"]);
  });
});

describe("what the bot was sent", () => {
  it("can be sent on by its id, to a person or into a topic, as what it is", async () => {
    const { server, api, group, member, person } = await startedTeam();
    const { message_thread_id } = await api.createForumTopic(teamId, "Case");
    person.sendPhoto({ fileId: "photo-of-card", caption: "my card" });
    person.sendVoice({ fileId: "voice-1" });
    person.sendDocument({ fileId: "doc-1", name: "contract.pdf" });
    member.sendPhoto({ fileId: "photo-of-policy" });
    const sent = [
      await api.sendPhoto(teamId, "photo-of-card", { message_thread_id, caption: "from the person" }),
      await api.sendVoice(teamId, "voice-1", { message_thread_id, caption: "listen" }),
      await api.sendDocument(teamId, "doc-1", { message_thread_id }),
      await api.sendPhoto(501, "photo-of-policy"),
    ];
    expect(malformed(sent, "Message")).toEqual([]);
    expect(group.messages().slice(-3)).toMatchObject([
      { kind: "photo", text: "from the person", file: { id: "photo-of-card", isFetchable: false } },
      { kind: "voice", text: "listen", file: { id: "voice-1" } },
      { kind: "document", file: { id: "doc-1", name: "contract.pdf" } },
    ]);
    expect(await person.waitFor()).toMatchObject({ kind: "photo", file: { id: "photo-of-policy" } });
    await expect(api.sendPhoto(501, "nobody-sent-this")).rejects.toThrow("wrong file identifier/HTTP URL specified");
    await expect(api.sendVoice(501, "attach://x")).rejects.toThrow("wrong file identifier/HTTP URL specified");
    await expect(api.sendDocument(501, "photo-of-card")).rejects.toThrow("can't use file of type Photo as Document");
    await expect(api.sendVoice(501, new InputFile(Buffer.alloc(0), "a.ogg"))).rejects.toThrow("file must be non-empty");
    expect(server.violations).toHaveLength(2);
  });

  it("is told from a picture that the bot has made, which can be fetched", async () => {
    const { server, api, person } = await startedTeam();
    person.say("/stats");
    await api.sendPhoto(501, new InputFile(Buffer.from("png"), "stats.png"));
    const { file } = await person.waitFor();
    expect(file).toMatchObject({ isFetchable: true });
    expect(server.file(file?.id ?? "")).toMatchObject({ mediaType: "image/png" });
  });
});

describe("a message of the bot's", () => {
  it("says that it is protected, and is remembered as it was once it is deleted", async () => {
    const { api, person } = await startedTeam();
    person.say("show me");
    const sent = await api.sendMessage(501, "288070804106", { protect_content: true });
    await api.sendMessage(501, "open");
    expect(sent).toMatchObject({ has_protected_content: true });
    expect(person.messages().map((message) => message.protected)).toEqual([false, true, false]);
    await api.deleteMessage(501, sent.message_id);
    expect(person.messages().map(({ text }) => text)).toEqual(["show me", "open"]);
    expect(person.deleted()).toMatchObject([{ id: sent.message_id, text: "288070804106", protected: true }]);
  });

  it("has its words changed also when they stand under a file", async () => {
    const { api, person } = await startedTeam();
    person.sendPhoto();
    const sent = await api.sendPhoto(501, "demo-photo", { caption: "one" });
    await api.editMessageCaption(501, sent.message_id, { caption: "<b>two</b>", parse_mode: "HTML" });
    expect(await person.waitFor()).toMatchObject({ kind: "photo", text: "two", entities: [{ type: "bold" }] });
    await api.editMessageCaption(501, sent.message_id);
    expect(await person.waitFor()).toMatchObject({ kind: "photo", text: "" });
    const text = await api.sendMessage(501, "text");
    await expect(api.editMessageCaption(501, text.message_id, { caption: "x" })).rejects.toThrow("no caption");
  });

  it("has its file replaced by another one with its words, and a text gets one", async () => {
    const { api, person } = await startedTeam();
    for (const fileId of ["one", "two"]) person.sendPhoto({ fileId });
    person.sendDocument({ fileId: "three", name: "three.pdf" });
    const photo = await api.sendPhoto(501, "one", { caption: "one" });
    const edit = (id: number, type: "photo" | "document", media: string, caption?: string) =>
      api.editMessageMedia(501, id, {
        type,
        media,
        ...(caption === undefined ? {} : { caption, parse_mode: "HTML" as const }),
      });
    const edited = await edit(photo.message_id, "photo", "two", "<b>two</b>");
    expect(checkType(edited, "Message", "message")).toBeUndefined();
    expect(await person.waitFor()).toMatchObject({
      kind: "photo",
      text: "two",
      file: { id: "two" },
      entities: [{ type: "bold" }],
      isEdited: true,
    });
    await edit(photo.message_id, "document", "three");
    expect(await person.waitFor()).toMatchObject({ kind: "document", text: "", file: { name: "three.pdf" } });
    await expect(edit(photo.message_id, "document", "three")).rejects.toThrow("message is not modified");
    const text = await api.sendMessage(501, "text");
    await edit(text.message_id, "photo", "one");
    expect(await person.waitFor()).toMatchObject({ id: text.message_id, kind: "photo", file: { id: "one" } });
  });

  it("has no file in place of a voice note, of another kind than it is, unknown, or under too many words", async () => {
    const { server, api, person } = await startedTeam();
    person.sendVoice();
    person.sendPhoto();
    const voice = await api.sendVoice(501, "demo-voice");
    const photo = await api.sendPhoto(501, "demo-photo");
    const replace = (id: number, media: Parameters<typeof api.editMessageMedia>[2]) =>
      api.editMessageMedia(501, id, media);
    const same = { type: "photo", media: "demo-photo" } as const;
    await expect(replace(voice.message_id, same)).rejects.toThrow("there is no media in the message to edit");
    await expect(replace(99, same)).rejects.toThrow("message to edit not found");
    await expect(replace(photo.message_id, { type: "document", media: "demo-photo" })).rejects.toThrow(
      "can't use file",
    );
    expect(server.violations).toEqual([]);
    await expect(replace(photo.message_id, { type: "photo", media: "attach://none" })).rejects.toThrow("wrong file");
    await expect(replace(photo.message_id, { type: "video", media: "demo-photo" })).rejects.toThrow("not known here");
    const long = { ...same, caption: "x".repeat(1025) };
    await expect(replace(photo.message_id, long)).rejects.toThrow("caption is too long");
    const nameless = await server.handle("editMessageMedia", { chat_id: 501, media: same });
    expect(nameless).toMatchObject({ description: "Bad Request: message identifier is not specified" });
  });
});

describe("a person", () => {
  it("changes the words under a file of theirs, and nobody else's", async () => {
    const { api, person } = await startedTeam();
    const photo = person.sendPhoto({ caption: "befor" });
    person.edit(photo, "before");
    expect((await takeAll(api)).at(-1)).toMatchObject({ edited_message: { caption: "before", photo: [{}] } });
    const { message_id } = await api.sendMessage(501, "hello");
    expect(() => person.edit(message_id, "bye")).toThrow("somebody else's");
  });

  it("replaces a file of theirs by another one, as one message that was edited", async () => {
    const { api, person } = await startedTeam();
    const photo = person.sendPhoto({ caption: "the card" });
    person.replace(photo, "photo", { fileId: "sharper", caption: "sharper" });
    expect((await takeAll(api)).at(-1)).toMatchObject({
      edited_message: { message_id: photo, caption: "sharper", photo: [{ file_id: "sharper" }] },
    });
    person.replace(photo, "document", { name: "card.pdf" });
    const { edited_message: edited } = (await takeAll(api)).at(-1) ?? {};
    expect(edited).toMatchObject({ message_id: photo, document: { file_name: "card.pdf" } });
    expect(edited).not.toHaveProperty("photo");
    expect(edited).not.toHaveProperty("caption");
    expect(person.messages().at(-1)).toMatchObject({ kind: "document", isEdited: true });
  });

  it("who has begun a chat can be written to before a word is said", async () => {
    const { server, api } = await startedTeam();
    await expect(api.sendMessage(502, "alarm")).rejects.toThrow("chat not found");
    const other = server.person(502, { firstName: "Huda" });
    other.begin();
    expect(await takeAll(api)).toEqual([]);
    await api.sendMessage(502, "alarm");
    expect(other.messages().map(({ text }) => text)).toEqual(["alarm"]);
  });
});
