// My data: what is kept and why, who of the staff looked at it, a copy of all of it by a link that works once, and leaving.
import { type Line, line } from "../words/line.js";
import { accessLines } from "./access-lines.js";
import { type Access, gravestDays } from "./access-port.js";
import { factLines } from "./account-lines.js";
import type { Ending, Journey } from "./journey.js";
import type { Button } from "./message.js";
import { nextSteps } from "./next-steps.js";
import { accept } from "./questions/accept.js";
import { named } from "./worker-lines.js";
import type { World } from "./world.js";

const exportArgument = "export";
const looksArgument = "looks";
const eraseArgument = "erase";

/** Without an account too: a chat that only paid is kept as well. */
export const privacy: Journey = async (ask, prove, world) => {
  if (world.argument === exportArgument) return copy(world);
  if (world.argument === looksArgument) return looks(world);
  if (world.argument === eraseArgument) return leave(ask, prove, world);
  return { say: [{ lines: kept(world), buttons: choices }] };
};

const toPrivacy = (label: Line, argument: string): Button => ({ kind: "command", label, command: "privacy", argument });

const choices: readonly (readonly Button[])[] = [
  [toPrivacy(line("desk-consent-button-looks"), looksArgument)],
  [toPrivacy(line("button-export"), exportArgument)],
  [toPrivacy(line("button-erase"), eraseArgument)],
  ...nextSteps(),
];

function kept({ account, service }: World): readonly Line[] {
  const sealed = line("privacy-sealed", { operator: { name: service.operator } });
  if (account === undefined) return [line("privacy-no-account"), sealed];
  return [
    line("privacy-kept", { who: named(account) }),
    ...factLines(account),
    line("privacy-also"),
    line(account.standing === "proved" ? "privacy-proved" : "privacy-unproved"),
    sealed,
  ];
}

/** Each of the staff who looked: who, when and why. */
async function looks({ accesses }: World): Promise<Ending> {
  const { gravest, newest, more } = await accesses.list();
  const listed = (title: Line, list: readonly Access[]) =>
    list.length === 0 ? [] : [title, ...list.flatMap(accessLines)];
  const lines = [
    ...listed(line("desk-consent-looks-gravest", { days: gravestDays }), gravest),
    ...listed(line(gravest.length === 0 ? "desk-consent-looks" : "desk-consent-looks-besides"), newest),
  ];
  return {
    say: [
      {
        lines: [
          ...(lines.length === 0 ? [line("desk-consent-no-looks")] : lines),
          ...(more === 0 ? [] : [line("desk-consent-more-looks", { n: more }), line("desk-consent-all-looks")]),
        ],
        buttons: [[toPrivacy(line("button-privacy"), "kept")], ...nextSteps()],
      },
    ],
  };
}

async function copy({ people, draft, language }: World): Promise<Ending> {
  const link = await people.exportLink(`${draft}:export`);
  // The page knows nobody before its button is pressed: it is told how its reader reads.
  const url = `${link.url}?lang=${language}`;
  return {
    say: [
      {
        lines: [line("privacy-export"), line("privacy-export-link", { link: { link: url } })],
        buttons: [[{ kind: "url", label: line("button-open-export"), url }], ...nextSteps()],
      },
    ],
  };
}

const leave: Journey = async (ask, _prove, { people, draft }) => {
  await ask(
    "erase",
    accept({
      prompt: [line("erase-what"), line("erase-unpaid"), line("erase-kept"), line("erase-record"), line("erase-again")],
      help: line("erase-help"),
      button: line("button-yes-erase"),
      bound: "erase",
    }),
  );
  const { keptUntilClosed } = await people.erase(`${draft}:erase`);
  const lines = [line("erase-done"), ...(keptUntilClosed ? [line("erase-until-closed")] : [])];
  return { say: [{ lines, buttons: nextSteps() }], forgets: true };
};
