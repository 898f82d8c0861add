// The second belt: a field's text that has the shape of personal data or of a secret is not logged, whoever passed it.

const rowId = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;

/** Eight digits make a phone, twelve a civil ID; 22 letters and digits in a row a link's token; people's names are rarely ASCII. */
const suspect = /\d{8}|[A-Za-z0-9_-]{22}|@|[^\x20-\x7e]/;

const longest = 200;

/** @returns the text as it is, or "[masked]" */
export function maskText(text: string): string {
  return text.length > longest || suspect.test(text.replace(rowId, "")) ? "[masked]" : text;
}
