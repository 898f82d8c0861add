// What a person sent, in words that every channel can be put into.
import type { Command } from "./message.js";

export type Media =
  | "photo"
  | "voice"
  | "video"
  | "sticker"
  | "location"
  | "document"
  | "forwarded"
  | "edited"
  | "other";

export type Input =
  | {
      readonly kind: "text";
      readonly text: string;
      /** Its words are understood as something that one can ask for: a question that takes any words leaves these alone. */
      readonly isKnown?: true;
    }
  /** A press on an answer button: the fingerprint of the question it stood under, and the answer's value. */
  | { readonly kind: "press"; readonly fingerprint: string; readonly value: string }
  | { readonly kind: "command"; readonly command: Command; readonly argument?: string }
  /** A contact the channel handed over. `own`: the channel vouches that the number is the sender's. */
  | { readonly kind: "contact"; readonly phone: string; readonly own: boolean }
  /** `album`: the same for all that was sent as one. */
  | { readonly kind: "media"; readonly media: Media; readonly album?: string };
