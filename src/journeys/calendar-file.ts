// Writes a calendar file (RFC 5545, https://www.rfc-editor.org/rfc/rfc5545): whole days, each with an alarm one week before.
import type { IsoDate } from "../domain/iso-date.js";

export type CalendarDay = {
  /** The same for the same thing on the same day: a calendar that is given it again keeps it once. */
  readonly uid: string;
  readonly day: IsoDate;
  readonly summary: string;
  readonly description: string;
};

/** @param now when the file was made */
export function writeCalendar(days: readonly CalendarDay[], now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tajdeed//Tajdeed//EN",
    ...days.flatMap((day) => eventLines(day, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/** Nine in the morning of the day a week before: an alarm counts from midnight, and at midnight people sleep. */
const weekBefore = "-P6DT15H";

function eventLines({ uid, day, summary, description }: CalendarDay, stamp: string): readonly string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    // Nobody is busy that day because cover ends.
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `TRIGGER:${weekBefore}`,
    `DESCRIPTION:${escapeText(summary)}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** RFC 5545 §3.3.11; other control characters have no place in a text. */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/** RFC 5545 §3.1: at most 75 octets a line, the space that a continued line begins with among them, and never half a character. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
