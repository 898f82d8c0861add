import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import ours from "../package.json" with { type: "json" };
import { namesNotYet, ownPrefix, secretNames, serviceNames } from "../src/config/names.js";
import { settings } from "../src/config/settings.js";
import { builtInSchedules, loadFeeSchedule } from "../src/domain/fee-schedule.js";
import type { IsoDate } from "../src/domain/iso-date.js";
import { formatKwd } from "../src/domain/kwd.js";
import { columns, type Fields, readRow } from "../src/import/row.js";

// What the README says of names, files and forms is held to the program; its sentences are for readers to judge.
const readme = readFileSync("README.md", "utf8");
const block = (kind: string) => new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? "";
const section = (title: string) => readme.split(/^## /m).find((part) => part.startsWith(title)) ?? "";
const namedIn = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name ?? "");
const inEffect = Object.keys(settings.shape);

describe("the README", () => {
  it("tells every setting, and marks those that mean a real service", () => {
    const operating = section("Operating it");
    const told = new Set(namedIn(operating));
    expect(inEffect.filter((name) => !told.has(name))).toEqual([]);
    const notYet = namesNotYet.map((name) => ownPrefix.exec(name)?.[0] ?? name);
    expect(notYet.filter((name) => !told.has(name))).toEqual([]);
    const [marked, unmarked] = [true, false].map((is) => inEffect.filter((name) => serviceNames.includes(name) === is));
    expect(marked?.filter((name) => !operating.includes(`\`${name}\` •`))).toEqual([]);
    expect(unmarked?.filter((name) => operating.includes(`\`${name}\` •`))).toEqual([]);
  });

  it("tells every secret that may stand in a file", () => {
    const paragraph = readme.split("\n\n").find((text) => text.startsWith("Secrets may stand in a file")) ?? "";
    const told = namedIn(paragraph).filter((name) => /^[A-Z_]+[A-Z]$/.test(name));
    expect(told.sort()).toEqual(inEffect.filter((name) => secretNames.has(name)).sort());
  });

  it("tells every built-in fee with how sure it is", () => {
    const table = section("Which fee schedule holds");
    for (const [id, { rows }] of Object.entries(builtInSchedules)) {
      expect(table).toContain(`| \`${id}\``);
      for (const { fils, certainty } of rows) {
        expect(table).toMatch(
          new RegExp(`\\| ${formatKwd(fils, "en").slice("KD ".length)} +\\|.*\\| ${certainty} +\\|`),
        );
      }
    }
  });

  it("shows a fee schedule that is taken as it stands", () => {
    expect(loadFeeSchedule(JSON.parse(block("json")))).toMatchObject({ ok: true, schedule: { id: "example-2027" } });
  });

  it("shows an import whose every row is taken", () => {
    const [header, ...rows] = block("csv").trim().split("\n");
    expect(header).toBe(columns.join());
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      const cells = row.split(",");
      const fields = Object.fromEntries(columns.map((name, place) => [name, cells[place] ?? ""])) as Fields;
      expect(readRow(fields, "2026-11-22" as IsoDate)).toMatchObject({ ok: true });
    }
  });

  it("has a line for every dependency, and for no other", () => {
    const lines = section("Dependencies")
      .split("\n")
      .filter((line) => line.startsWith("| `"));
    const told = lines.flatMap((line) => namedIn(line.split("|")[1] ?? ""));
    const all = [...Object.keys(ours.dependencies), ...Object.keys(ours.devDependencies)];
    expect(told.sort()).toEqual(all.sort());
  });
});

describe("a file that the documents name", () => {
  // Announced, and said to be so: the team's desk comes later.
  const announced = ["src/channels/telegram/desk/"];
  const documents = ["README.md", ...readdirSync("docs/decisions").map((name) => `docs/decisions/${name}`)];

  it.each(documents)("is there: %s", (document) => {
    const named = namedIn(readFileSync(document, "utf8")).filter((name) => /^(?:src|test|tools|docs)\/\S*$/.test(name));
    expect(named.filter((name) => !announced.includes(name) && !existsSync(name))).toEqual([]);
  });
});
