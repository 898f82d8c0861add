// Everything the fake platform knows: people, groups, messages, files and updates not yet taken. It changes only through entries,
// and entries are journalled before they count, so a killed demo starts again with the same chats.
import type { BotCommand, Chat, InlineKeyboardMarkup, Message, ReplyKeyboardMarkup, Update, User } from "grammy/types";
import { openJournal } from "../journal.js";

export type Webhook = {
  readonly url: string;
  readonly secretToken: string | undefined;
  readonly maxConnections: number;
};

/** A document that was sent, as it was uploaded. */
export type StoredFile = { readonly name: string; readonly mediaType: string; readonly base64: string };

export type Entry =
  | { readonly kind: "user"; readonly user: User }
  | { readonly kind: "group"; readonly chat: Chat.GroupChat }
  | { readonly kind: "bot-in" | "bot-out"; readonly chatId: number }
  /** `keyboard`: the reply keyboard this message brings; null: it takes the present one away. */
  | { readonly kind: "message"; readonly message: Message; readonly keyboard?: ReplyKeyboardMarkup | null }
  | { readonly kind: "file"; readonly fileId: string; readonly file: StoredFile }
  | { readonly kind: "edited"; readonly message: Message }
  | { readonly kind: "deleted"; readonly chatId: number; readonly messageId: number }
  | { readonly kind: "update"; readonly update: Update; readonly at: number }
  | { readonly kind: "taken"; readonly updateIds: readonly number[] }
  | { readonly kind: "webhook"; readonly webhook: Webhook | null }
  | { readonly kind: "allowed-updates"; readonly types: readonly string[] }
  | { readonly kind: "commands"; readonly languageCode: string; readonly commands: readonly BotCommand[] }
  | { readonly kind: "description"; readonly languageCode: string; readonly description: string };

/** A message and the number of the entry that last changed it. */
export type StoredMessage = { readonly message: Message; readonly changed: number };

export type ChatRecord = {
  readonly chat: Chat.PrivateChat | Chat.GroupChat;
  readonly messages: Map<number, StoredMessage>;
  lastMessageId: number;
  /** Blocked by the person, or no longer in the group. */
  isBotOut: boolean;
  keyboard: ReplyKeyboardMarkup | undefined;
};

/** Toasts and "typing…" are shown to whoever looks at that moment, and kept nowhere. */
export type Happening =
  | { readonly kind: "changed"; readonly chatId: number }
  | { readonly kind: "update" }
  | { readonly kind: "taken" }
  | { readonly kind: "toast"; readonly chatId: number; readonly text: string; readonly isAlert: boolean }
  | { readonly kind: "typing"; readonly chatId: number };

export type Chats = ReturnType<typeof openChats>;

// Telegram starts somewhere; far from 1, so that nobody takes an update's id for a count.
const FIRST_UPDATE_ID = 700_000_001;

export function openChats({ file }: { file?: string | undefined }) {
  const journal = openJournal<Entry>(file);
  const users = new Map<number, User>();
  const chats = new Map<number, ChatRecord>();
  const files = new Map<string, StoredFile>();
  const pending = new Map<number, Update>();
  const queries = new Map<string, { readonly chatId: number; readonly at: number }>();
  const commands = new Map<string, readonly BotCommand[]>();
  const descriptions = new Map<string, string>();
  const listeners = new Set<(happening: Happening) => void>();
  let webhook: Webhook | null = null;
  let allowedUpdates: readonly string[] = [];
  let lastUpdateId = FIRST_UPDATE_ID - 1;
  let sequence = 0;

  function chatOf(chat: ChatRecord["chat"]): ChatRecord {
    const known = chats.get(chat.id);
    if (known !== undefined) return known;
    const record: ChatRecord = { chat, messages: new Map(), lastMessageId: 0, isBotOut: false, keyboard: undefined };
    chats.set(chat.id, record);
    return record;
  }

  function store(message: Message): ChatRecord {
    const record = chatOf(message.chat as ChatRecord["chat"]);
    record.messages.set(message.message_id, { message, changed: sequence });
    record.lastMessageId = Math.max(record.lastMessageId, message.message_id);
    return record;
  }

  function apply(entry: Entry): void {
    sequence += 1;
    switch (entry.kind) {
      case "user":
        users.set(entry.user.id, entry.user);
        return;
      case "group":
        chatOf(entry.chat);
        return;
      case "bot-in":
      case "bot-out": {
        const record = chats.get(entry.chatId);
        if (record !== undefined) record.isBotOut = entry.kind === "bot-out";
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
      case "deleted":
        chats.get(entry.chatId)?.messages.delete(entry.messageId);
        return;
      case "update": {
        pending.set(entry.update.update_id, entry.update);
        lastUpdateId = entry.update.update_id;
        const query = entry.update.callback_query;
        if (query !== undefined) {
          queries.set(query.id, { chatId: query.message?.chat.id ?? query.from.id, at: entry.at });
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

function chatOfEntry(entry: Entry): number | undefined {
  if (entry.kind === "message" || entry.kind === "edited") return entry.message.chat.id;
  if (entry.kind === "deleted" || entry.kind === "bot-in" || entry.kind === "bot-out") return entry.chatId;
  return undefined;
}

/** The inline keyboard under a message, empty when it has none. */
export function inlineButtonsOf(message: Message): InlineKeyboardMarkup["inline_keyboard"] {
  return message.reply_markup?.inline_keyboard ?? [];
}
