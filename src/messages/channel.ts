// The port to a channel: what can be sent to a chat, and the ways in which sending ends.
import type { Language } from "../words/line.js";

/** A message in a language, ready for any channel. */
export type Rendered = {
  readonly text: string;
  readonly language: Language;
  /** Spans of the text (UTF-16 units) that are to be copied as they are: civil IDs' last digits, receipt numbers. */
  readonly code: readonly { readonly offset: number; readonly length: number }[];
  readonly buttons: readonly (readonly RenderedButton[])[];
  /** Label of the channel's "share my number" button; the other buttons then stand beside it as words. */
  readonly contact?: string;
  /** May be neither forwarded nor saved, where the channel can forbid it. */
  readonly isProtected?: true;
  /** Goes with the text: the text stands under it where it is short enough, else before it. */
  readonly file?: RenderedFile;
  /** A file that the channel has already: the text is its caption. */
  readonly media?: RenderedMedia;
  /** Stands above the text, and above each part of it that is a message of its own: nobody whose words follow can leave it out. */
  readonly mark?: string;
  /** Passed on between two people: it may be edited and removed later, and nothing is said in its place. */
  readonly isRelayed?: true;
  /** The topic of a group that it belongs to. */
  readonly thread?: string;
  /** The message of the same chat that it answers. */
  readonly replyTo?: string;
  /** It is no message of its own, but takes the place of an earlier one, or takes it away. */
  readonly changes?: { readonly messageId: string; readonly how: "edit" | "remove" };
};

export type RenderedFile =
  | { readonly name: string; readonly mediaType: "text/calendar"; readonly text: string }
  /** Shown as a picture. In base64: it waits in the outbox as JSON. */
  | { readonly name: string; readonly mediaType: "image/png"; readonly base64: string };

/** `fileId`: the channel's own, good for as long as the channel keeps the file. */
export type RenderedMedia = { readonly kind: "photo" | "document" | "voice"; readonly fileId: string };

/** `data` is at most 64 bytes. */
export type RenderedButton =
  | { readonly label: string; readonly data: string }
  | { readonly label: string; readonly url: string }
  /** Copies these 1 to 256 characters on the reader's device; a channel that cannot leaves the button out. */
  | { readonly label: string; readonly copy: string };

/** What a message can be marked with. */
export type Sign = "sent" | "changed" | "noted" | "withdrawn";

export type Sent =
  | { readonly ok: true; readonly messageId: string }
  | {
      readonly ok: false;
      /**
       * unreachable: blocked or gone, or (`isMuted`) we may not write there, do not try again. throttled: wait `retryAfterMs`. unknown: it may have arrived.
       * down: it did not arrive, the platform is out of reach. refused: the platform calls our message wrong, a bug of ours.
       * misplaced: the topic it was meant for is gone, or closed.
       */
      readonly reason: "unreachable" | "throttled" | "unknown" | "down" | "refused" | "misplaced";
      readonly retryAfterMs?: number;
      /** Throttled is this chat alone; others are not. */
      readonly isOfChat?: true;
      /** Unreachable for want of rights: we are in that group, read it, and may not write there. */
      readonly isMuted?: true;
    };

/** Every send and every edit ends within 8 s, in however many calls: whoever holds a lease counts on it. */
export type Channel = {
  readonly name: "telegram" | "whatsapp";
  /** @param chat the channel's own chat id */
  send(chat: string, message: Rendered): Promise<Sent>;
  /** Shows `message` in place of an earlier one, where the channel can, never one with a file (`refused` otherwise: send it anew). */
  edit(chat: string, messageId: string, message: Rendered): Promise<Sent>;
  /** Takes a message of ours away; one that is not there any more is taken away. */
  remove(chat: string, messageId: string): Promise<Sent>;
  /** Marks a message, anybody's, with one sign of ours in place of the one before. `refused`: not this sign, or not here. */
  react(chat: string, messageId: string, sign: Sign): Promise<Sent>;
};
