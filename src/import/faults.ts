// Why a file is read no further: each message names the cause and the cure, for the operator.

/** No row of the file can be read. */
export class NotAnImport extends Error {
  override readonly name = "NotAnImport";

  /** @param isMissing nothing stands there to be opened */
  constructor(
    message: string,
    readonly isMissing = false,
  ) {
    super(message);
  }
}

/** Rows before `line` were read; nothing from there on can be. */
export class ReadingEnded extends Error {
  override readonly name = "ReadingEnded";

  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

const systemFaults: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EACCES: "this user may not read it",
  EPERM: "this user may not read it",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
  EIO: "the disk fails",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long for a file",
  ELOOP: "its links lead in a circle",
};

/** What the file system says of a file, in words. `undefined`: the error is not the file system's. */
export function fileFault(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return undefined;
  const code = String(error.code);
  return systemFaults[code] ?? `the file system answers ${code}`;
}
