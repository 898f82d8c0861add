// Cuts the published Bot API description (a JSON file from https://github.com/PaulSonOfLars/telegram-bot-api-spec, MIT)
// down to what this bot may call and what it is told, and writes src/demo/bot-api/bot-api-spec.json:
//   node tools/bot-api-spec.mjs path/to/api.json
import { readFileSync, writeFileSync } from "node:fs";

const methods = [
  "getMe",
  "getUpdates",
  "setWebhook",
  "deleteWebhook",
  "getWebhookInfo",
  "sendMessage",
  "editMessageText",
  "editMessageCaption",
  "editMessageMedia",
  "editMessageReplyMarkup",
  "deleteMessage",
  "setMessageReaction",
  "answerCallbackQuery",
  "sendDocument",
  "sendPhoto",
  "sendVoice",
  "sendChatAction",
  "setMyCommands",
  "setMyDescription",
  "setMyShortDescription",
  "leaveChat",
  "getChat",
  "getChatMember",
  "getChatAdministrators",
  "banChatMember",
  "unbanChatMember",
  "createForumTopic",
  "editForumTopic",
  "closeForumTopic",
  "reopenForumTopic",
  "deleteForumTopic",
];

// What the fake server tells the bot. Their fields of other types are left out: it never sends them.
const told = [
  "Update",
  "Message",
  "MaybeInaccessibleMessage",
  "User",
  "Chat",
  "CallbackQuery",
  "Contact",
  "PhotoSize",
  "Voice",
  "Sticker",
  "Location",
  "Document",
  "MessageOrigin",
  "MessageOriginHiddenUser",
  "ChatMemberUpdated",
  "ChatMember",
  "ChatMemberOwner",
  "ChatMemberAdministrator",
  "ChatMemberMember",
  "ChatMemberRestricted",
  "ChatMemberLeft",
  "ChatMemberBanned",
  "WebhookInfo",
  "ForumTopic",
  "ForumTopicCreated",
  "ForumTopicEdited",
  "ForumTopicClosed",
  "ForumTopicReopened",
];

const published = JSON.parse(readFileSync(process.argv[2], "utf8"));
const elementOf = (type) => type.replace(/^(Array of )+/, "");
const isPublishedType = (type) => elementOf(type) in published.types;

const kept = new Set(told);
function keepWithAllItNeeds(type) {
  const name = elementOf(type);
  if (!isPublishedType(name) || kept.has(name)) return;
  kept.add(name);
  for (const subtype of published.types[name].subtypes ?? []) keepWithAllItNeeds(subtype);
  for (const field of published.types[name].fields ?? []) field.types.forEach(keepWithAllItNeeds);
}
for (const name of methods)
  for (const field of published.methods[name].fields ?? []) field.types.forEach(keepWithAllItNeeds);

/** Limits stand only in the prose: "1-4096 characters after entities parsing", "1-64 bytes", "Values between 1-100". */
function limitsOf({ description, types }) {
  const limits = {};
  const length = /(\d+)-(\d+) (characters|bytes)( after entit(?:ies|y) parsing)?/.exec(description);
  if (length !== null) {
    limits.length = { min: Number(length[1]), max: Number(length[2]), unit: length[3] };
    if (length[4] !== undefined) limits.length.afterParsing = true;
  }
  const range = /(?:between |, )(\d+)-(\d+)(?: are accepted|\.)/.exec(description);
  if (range !== null && types.includes("Integer")) limits.range = { min: Number(range[1]), max: Number(range[2]) };
  const most = /[Aa]t most (\d+) /.exec(description);
  if (most !== null && types.some((type) => type.startsWith("Array of "))) limits.most = Number(most[1]);
  const quoted = /[Mm]ust be one of (?:["“][^.]*)/.exec(description);
  if (quoted !== null) limits.values = [...quoted[0].matchAll(/["“]([^"”]+)["”]/g)].map((match) => match[1]);
  const only = /(?:must be |always )["“]?([a-z_]+)["”]?$/.exec(description);
  if (only !== null && types.length === 1 && types[0] === "String") limits.values = [only[1]];
  return limits;
}

const cutField = (field) => ({
  types: field.types.filter((type) => !isPublishedType(type) || kept.has(elementOf(type))),
  ...(field.required ? { required: true } : {}),
  ...limitsOf(field),
});
const cutFields = (fields = []) =>
  Object.fromEntries(
    fields.map((field) => [field.name, cutField(field)]).filter(([, field]) => field.types.length > 0),
  );
/** Said in KeyboardButton's prose alone. */
const mayBeText = (type) => type.description.some((text) => text.includes("String can be used instead of this object"));
const cutType = (type) =>
  type.subtypes === undefined
    ? { ...(mayBeText(type) ? { mayBeText: true } : {}), fields: cutFields(type.fields) }
    : { subtypes: type.subtypes.filter((subtype) => kept.has(subtype)) };

const cut = {
  source: "https://github.com/PaulSonOfLars/telegram-bot-api-spec (MIT), cut by tools/bot-api-spec.mjs",
  version: published.version,
  methods: Object.fromEntries(
    methods.map((name) => [
      name,
      { returns: published.methods[name].returns, fields: cutFields(published.methods[name].fields) },
    ]),
  ),
  types: Object.fromEntries([...kept].sort().map((name) => [name, cutType(published.types[name])])),
};
writeFileSync("src/demo/bot-api/bot-api-spec.json", `${JSON.stringify(cut, null, 1)}\n`);
