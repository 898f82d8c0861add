// The second belt: a field's text that has the shape of personal data or of a secret is not logged, whoever passed it.

/** Eight digits make a phone, twelve a civil ID; people's names are rarely ASCII here; an @ is in every e-mail address. */
const suspect = /\d{8}|@|[^\x20-\x7e]/;

/** So many letters and digits in a row make a link's token, a bot's token or a key, unless they are a word of the code. */
const longRun = /[A-Za-z0-9_-]{22,}/g;
const wordOfCode = /^(?:[a-z]+(?:[-_][a-z]+)*|[A-Z]+(?:_[A-Z]+)*|[a-z]+(?:[A-Z][a-z]+)+)$/;

const longest = 200;

/** @returns the text as it is, or "[masked]" */
export function maskText(text: string): string {
  const isSafe =
    text.length <= longest && !suspect.test(text) && (text.match(longRun) ?? []).every((run) => wordOfCode.test(run));
  return isSafe ? text : "[masked]";
}
