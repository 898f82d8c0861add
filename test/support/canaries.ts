// Canaries: strings of people that may stand nowhere but where they belong, looked for in every shape a careless program writes.
import { createHash } from "node:crypto";
import type { SamplePerson } from "../../src/demo/people.js";

/** The same people under names that nobody bears, so that a find is a leak. Letters only: names are checked. */
export function withCanaryNames(people: readonly SamplePerson[]): readonly SamplePerson[] {
  const letters = (n: number) => [...String(n)].map((digit) => "abcdefghij"[Number(digit)]).join("");
  const arabic = (n: number) => [...String(n)].map((digit) => "ابتثجحخدذر"[Number(digit)]).join("");
  return people.map((person, index) => ({
    ...person,
    nameAr: `ظغض${arabic(index + 10)} قضظغ`,
    nameEn: `Zqxsponsor${letters(index + 10)} Wvqk`,
    workers: person.workers.map((worker, nth) => ({
      ...worker,
      nameAr: `غظض${arabic(100 + index * 10 + nth)} ضغظق`,
      nameEn: `Zqxworker${letters(100 + index * 10 + nth)} Kqvw`,
    })),
  }));
}

/** All that is personal about them. */
export function secretsOf(people: readonly SamplePerson[]): readonly string[] {
  return people.flatMap(({ telegramUserId, civilId, phone, nameAr, nameEn, workers }) => [
    String(telegramUserId),
    civilId,
    phone.slice(1),
    phone.slice(-8),
    nameAr,
    nameEn,
    ...workers.flatMap((worker) => [worker.civilId, worker.nameAr, worker.nameEn]),
  ]);
}

/** Everything of `secrets` that stands in `text`, plain, escaped or encoded. */
export function leaksIn(text: string, secrets: readonly string[]): readonly string[] {
  const isWithin = (secret: string) => shapesOf(secret).some((shape) => text.includes(shape));
  return secrets.filter(isWithin);
}

function shapesOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const escaped = [...secret].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
  // Base64 of a text within a longer one depends on where it stands; the letters at its ends are not its own alone.
  const encoded = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .slice(4, -4),
  );
  return [
    secret,
    bytes.toString("hex"),
    encodeURIComponent(secret),
    escaped,
    ...encoded.filter((part) => part.length >= 8),
  ];
}

/** Everything of `secrets` whose plain hash stands in `text`: a civil ID's or a phone's is found by trying them all. */
export function hashesIn(text: string, secrets: readonly string[]): readonly string[] {
  const isHashed = (secret: string) =>
    ["sha256", "sha1", "md5"].some((kind) => text.includes(createHash(kind).update(secret).digest("hex")));
  return secrets.filter(isHashed);
}
