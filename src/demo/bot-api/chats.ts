// Everything the fake platform knows: people, groups, messages, files and updates not yet taken. It changes only through entries,
// and entries are journalled before they count, so a killed demo starts again with the same chats.
import type { BotCommand, Message, Update, User } from "grammy/types";
import { openJournal } from "../journal.js";
import { type ChatRecord, deleteMessages, emptyRecord } from "./chat-record.js";
import { chatOfEntry, type Entry, type StoredFile, type Webhook } from "./entries.js";
import { type Media, mediaIn } from "./media.js";

/** Toasts and "typing…" are shown to whoever looks at that moment, and kept nowhere. */
export type Happening =
  | { readonly kind: "changed"; readonly chatId: number }
  | { readonly kind: "update" }
  | { readonly kind: "taken" }
  | {
      readonly kind: "toast";
      readonly chatId: number;
      /** Who pressed: nobody else in a group is told. */
      readonly userId: number;
      readonly text: string;
      readonly isAlert: boolean;
    }
  | { readonly kind: "typing"; readonly chatId: number };

export type Chats = ReturnType<typeof openChats>;

// Telegram starts somewhere; far from 1, so that nobody takes an update's id for a count.
const FIRST_UPDATE_ID = 700_000_001;

export function openChats({ file }: { file?: string | undefined }) {
  const journal = openJournal<Entry>(file);
  const users = new Map<number, User>();
  const chats = new Map<number, ChatRecord>();
  const files = new Map<string, StoredFile>();
  const media = new Map<string, Media>();
  const pending = new Map<number, Update>();
  const queries = new Map<string, { readonly chatId: number; readonly userId: number; readonly at: number }>();
  const commands = new Map<string, readonly BotCommand[]>();
  const descriptions = new Map<string, string>();
  const listeners = new Set<(happening: Happening) => void>();
  let webhook: Webhook | null = null;
  let allowedUpdates: readonly string[] = [];
  let isPrivacyOn = false;
  let lastUpdateId = FIRST_UPDATE_ID - 1;
  let sequence = 0;

  function chatOf(chat: ChatRecord["chat"]): ChatRecord {
    const known = chats.get(chat.id);
    if (known !== undefined) return known;
    const record = emptyRecord(chat);
    chats.set(chat.id, record);
    return record;
  }

  function store(message: Message): ChatRecord {
    const record = chatOf(message.chat as ChatRecord["chat"]);
    record.messages.set(message.message_id, {
      ...record.messages.get(message.message_id),
      message,
      changed: sequence,
    });
    record.lastMessageId = Math.max(record.lastMessageId, message.message_id);
    for (const found of mediaIn(message)) media.set(found.fileId, found);
    return record;
  }

  function apply(entry: Entry): void {
    sequence += 1;
    switch (entry.kind) {
      case "user":
        users.set(entry.user.id, entry.user);
        return;
      case "group":
      case "begun":
        chatOf(entry.chat);
        return;
      case "member":
        chats.get(entry.chatId)?.members.set(entry.member.user.id, entry.member);
        return;
      case "bot-rights": {
        const record = chats.get(entry.chatId);
        if (record !== undefined) record.botRights = entry.rights ?? undefined;
        return;
      }
      case "bot-muted": {
        const record = chats.get(entry.chatId);
        if (record !== undefined) record.isBotMuted = entry.isMuted;
        return;
      }
      case "privacy":
        isPrivacyOn = entry.isOn;
        return;
      case "topic":
        chats.get(entry.chatId)?.topics.set(entry.topic.id, entry.topic);
        return;
      case "topic-gone": {
        const record = chats.get(entry.chatId);
        if (record === undefined) return;
        record.topics.delete(entry.topicId);
        deleteMessages(record, ({ message_thread_id }) => message_thread_id === entry.topicId, sequence);
        return;
      }
      case "bot-in":
      case "bot-out": {
        const record = chats.get(entry.chatId);
        if (record === undefined) return;
        record.isBotOut = entry.kind === "bot-out";
        // Who leaves a group is no administrator of it on coming back.
        record.botRights = undefined;
        return;
      }
      case "message": {
        const record = store(entry.message);
        if (entry.keyboard !== undefined) record.keyboard = entry.keyboard ?? undefined;
        return;
      }
      case "file":
        files.set(entry.fileId, entry.file);
        return;
      case "edited":
        store(entry.message);
        return;
      case "deleted": {
        const record = chats.get(entry.chatId);
        if (record !== undefined) deleteMessages(record, (message) => message.message_id === entry.messageId, sequence);
        return;
      }
      case "reaction": {
        const messages = chats.get(entry.chatId)?.messages;
        const stored = messages?.get(entry.messageId);
        if (messages === undefined || stored === undefined) return;
        const { reaction: _before, ...bare } = stored;
        const reacted = entry.emoji === null ? bare : { ...bare, reaction: entry.emoji };
        messages.set(entry.messageId, { ...reacted, changed: sequence });
        return;
      }
      case "update": {
        pending.set(entry.update.update_id, entry.update);
        lastUpdateId = entry.update.update_id;
        const query = entry.update.callback_query;
        if (query !== undefined) {
          const userId = query.from.id;
          queries.set(query.id, { chatId: query.message?.chat.id ?? userId, userId, at: entry.at });
        }
        return;
      }
      case "taken":
        for (const id of entry.updateIds) pending.delete(id);
        return;
      case "webhook":
        webhook = entry.webhook;
        return;
      case "allowed-updates":
        allowedUpdates = entry.types;
        return;
      case "commands":
        commands.set(entry.languageCode, entry.commands);
        return;
      case "description":
        descriptions.set(entry.languageCode, entry.description);
        return;
    }
  }

  for (const entry of journal.entries) apply(entry);

  function tell(happening: Happening): void {
    for (const listener of listeners) listener(happening);
  }

  function record(entry: Entry): void {
    journal.append(entry);
    apply(entry);
    const chatId = chatOfEntry(entry);
    if (chatId !== undefined) tell({ kind: "changed", chatId });
    if (entry.kind === "update" || entry.kind === "webhook") tell({ kind: "update" });
    if (entry.kind === "taken") tell({ kind: "taken" });
  }

  return {
    user: (id: number): User | undefined => users.get(id),
    chat: (id: number): ChatRecord | undefined => chats.get(id),
    pending: (): readonly Update[] => [...pending.values()],
    media: (id: string): Media | undefined => media.get(id),
    /** Whether the bot is kept from what members of a group say among themselves. */
    isPrivacyOn: (): boolean => isPrivacyOn,
    file: (id: string): StoredFile | undefined => files.get(id),
    query: (id: string) => queries.get(id),
    webhook: (): Webhook | null => webhook,
    allowedUpdates: (): readonly string[] => allowedUpdates,
    commandsFor: (languageCode: string) => commands.get(languageCode) ?? commands.get("") ?? [],
    descriptionFor: (languageCode: string) => descriptions.get(languageCode) ?? descriptions.get("") ?? "",
    sequence: (): number => sequence,

    record,

    /** Queues an update, unless the bot asked not to be told of its kind. */
    queue(update: Omit<Update, "update_id">, at: Date): void {
      const [type] = Object.keys(update);
      if (type === undefined || (allowedUpdates.length > 0 && !allowedUpdates.includes(type))) return;
      record({ kind: "update", update: { update_id: lastUpdateId + 1, ...update }, at: at.getTime() });
    },

    /** Counts everything pending as taken, and gives it. */
    takeAll(): readonly Update[] {
      const updates = [...pending.values()];
      if (updates.length > 0) record({ kind: "taken", updateIds: updates.map(({ update_id }) => update_id) });
      return updates;
    },

    tell,

    /** Calls `listener` at each happening until the function it returns is called. */
    subscribe(listener: (happening: Happening) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
