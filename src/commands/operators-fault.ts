// Faults that an operator mends: their message is one line in the settings' own form, and goes to stderr instead of the log.
import { StoreFault } from "../compose/stores.js";
import { CannotListen } from "../http/listening.js";
import { UnusableDirectory } from "../records/data-directory.js";
import { DirectoryInUse } from "../records/directory-lock.js";

export function isOperators(error: unknown): error is Error {
  return [StoreFault, DirectoryInUse, UnusableDirectory, CannotListen].some((kind) => error instanceof kind);
}
