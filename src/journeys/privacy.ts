// My data: what is kept and why, a copy of all of it by a link that works once, and leaving.
import { type Line, line } from "../words/line.js";
import { registerFirst } from "./doors.js";
import type { Ending, Journey } from "./journey.js";
import { menu } from "./menu.js";
import type { Button } from "./message.js";
import type { Account } from "./people-port.js";
import { accept } from "./questions/accept.js";
import type { World } from "./world.js";

const exportArgument = "export";
const eraseArgument = "erase";

export const privacy: Journey = async (ask, prove, world) => {
  if (world.account === undefined) {
    const first = registerFirst();
    return { say: [{ lines: [line("privacy-nothing")] }, ...first.say] };
  }
  if (world.argument === exportArgument) return copy(world);
  if (world.argument === eraseArgument) return leave(ask, prove, world);
  return { say: [{ lines: kept(world.account, world), buttons: choices }] };
};

const toPrivacy = (label: Line, argument: string): Button => ({ kind: "command", label, command: "privacy", argument });

const choices: readonly (readonly Button[])[] = [
  [toPrivacy(line("button-export"), exportArgument)],
  [toPrivacy(line("button-erase"), eraseArgument)],
  [{ kind: "command", label: line("button-menu"), command: "start", argument: "menu" }],
];

function kept(account: Account, { service }: World): readonly Line[] {
  return [
    line("privacy-kept", { name: { name: account.name }, lastFour: account.lastFour }),
    ...(account.phoneLastDigits === undefined ? [] : [line("privacy-phone", { last: account.phoneLastDigits })]),
    ...(account.email === undefined ? [] : [line("privacy-email", { email: account.email })]),
    line(account.standing === "proved" ? "privacy-proved" : "privacy-unproved"),
    line("privacy-sealed", { operator: { name: service.operator } }),
  ];
}

async function copy(world: World): Promise<Ending> {
  const { url } = await world.people.exportLink(`${world.draft}:export`);
  return {
    say: [
      {
        lines: [line("privacy-export"), line("privacy-export-link", { link: { link: url } })],
        buttons: [
          [{ kind: "url", label: line("button-open-export"), url }],
          [{ kind: "command", label: line("button-menu"), command: "start", argument: "menu" }],
        ],
      },
    ],
  };
}

const leave: Journey = async (ask, _prove, world) => {
  await ask(
    "erase",
    accept({
      prompt: [line("erase-what"), line("erase-kept"), line("erase-record"), line("erase-again")],
      help: line("erase-help"),
      button: line("button-yes-erase"),
      bound: "erase",
    }),
  );
  const { keptUntilClosed } = await world.people.erase(`${world.draft}:erase`);
  const lines = [line("erase-done"), ...(keptUntilClosed ? [line("erase-until-closed")] : [])];
  return { say: [menu({ ...world, account: undefined }, lines)] };
};
