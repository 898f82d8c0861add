// How the desk knows its own buttons: by the parts that `deskData` puts together, and an id that the database can hold.
import { deskData } from "../../../desk/view.js";

// Whoever makes a button by hand may write any number: fifteen digits fit into a safe integer and a bigint.
const digits = "\\d{1,15}";

export const anId = `(${digits})`;
export const oneOf = (words: readonly string[]): string => `(${words.join("|")})`;
export const anIdOr = (word: string): string => oneOf([word, digits]);

/** @param parts words, or groups from above, which are matched in their order */
export const pressed = (...parts: readonly string[]): RegExp => new RegExp(`^${deskData(...parts)}$`, "u");
