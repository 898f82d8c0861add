// Markup as a template: whatever is put into it is text and stays text, so a name with a tag in it is only an odd name.

const markup = Symbol("markup");

/** A piece of a page. Made by `html` alone; a plain string is never taken for one. */
export type Html = { readonly [markup]: string };

/** What a template takes: text is escaped, pieces are joined, `undefined` and `false` leave nothing. */
export type Piece = Html | string | number | undefined | false | readonly Piece[];

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function write(piece: Piece): string {
  if (piece === undefined || piece === false) return "";
  if (typeof piece === "string") return piece.replace(/[&<>"']/g, (sign) => escapes[sign] ?? "");
  if (typeof piece === "number") return String(piece);
  if (markup in piece) return piece[markup];
  return piece.map(write).join("");
}

/**
 * Safe in text and in quoted attributes, nowhere else: no value stands in a tag's name, in a script or in a style.
 *
 * @example html`<p class="${kind}">${name}</p>`
 */
export function html(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const parts = texts.map((text, index) => text + write(pieces[index]));
  return { [markup]: parts.join("") };
}

/** The whole document as it goes out. */
export function document(page: Html): string {
  return `<!doctype html>\n${page[markup]}`;
}
