#!/usr/bin/env node
// The entry: refuses a Node that is too old in one line, before anything that it could not read is loaded.

/** The `engines` of package.json. */
const oldest = [20, 19] as const;

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  process.stderr.write(
    `Node ${oldest.join(".")} or later is needed, and this is ${process.version}: install it first\n`,
  );
  process.exit(1);
}
await import("./cli.js");
