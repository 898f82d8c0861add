// What is left of a marked-up text once its marks are read.
import type { MessageEntity } from "grammy/types";

/** `entities` name places in UTF-16 units of `text`. */
export type FormattedText = { readonly text: string; readonly entities: MessageEntity[] };

/** `problem` continues "can't parse entities: ". */
export type ParsedText = ({ readonly ok: true } & FormattedText) | { readonly ok: false; readonly problem: string };
