// What a stranger asked for before registering: it goes with the registration, and goes on by itself after it.
import { parsePersonName } from "../domain/person-name.js";
import { type Line, line } from "../words/line.js";
import { type Command, commands } from "./message.js";
import { due, parseRenewalArgument } from "./renewal-argument.js";

/** A journey that can be led into, with what its command carried. */
export type Wish = { readonly command: Exclude<Command, "cancel" | "resume">; readonly argument?: string };

const prefix = "for:";

/** The argument with which registering keeps the wish: in the draft, so that it outlives a pause and a crash. */
export function wishArgument({ command, argument }: Wish): string {
  return argument === undefined ? `${prefix}${command}` : `${prefix}${command} ${argument}`;
}

/** `undefined` for an argument that carries none: anything can be typed after a command. */
export function wishOf(argument: string | undefined): Wish | undefined {
  if (!argument?.startsWith(prefix)) return undefined;
  const [, name, carried] = /^(\S+)(?: (.+))?$/su.exec(argument.slice(prefix.length)) ?? [];
  const command = commands.find((each) => each === name);
  if (command === undefined || command === "register" || command === "cancel" || command === "resume") return undefined;
  return carried === undefined ? { command } : { command, argument: carried };
}

/** A few words without a dot: what anybody can put behind a command must not become an address or a sentence of ours. */
function isMereName(name: string): boolean {
  return /^\p{L}[\p{L}\p{M}'’-]*(?: \p{L}[\p{L}\p{M}'’-]*){0,2}$/u.test(name);
}

/** Why the civil ID and the phone are needed, by what was asked for and for whom. */
export function neededFor(wish: Wish | undefined): Line {
  switch (wish?.command) {
    case "renew":
    case "inquire": {
      const { worker } = parseRenewalArgument(wish.argument);
      const name = parsePersonName(worker ?? "");
      return name.ok && worker !== due && isMereName(name.name)
        ? line(`consent-need-${wish.command}-name`, { name: name.name })
        : line(`consent-need-${wish.command}`);
    }
    case "workers":
    case "reminders":
      return line(`consent-need-${wish.command}`);
    default:
      return line("consent-need");
  }
}
