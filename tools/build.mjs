// Compiles src/ to dist/ and copies beside it what the program reads at run time and tsc does not carry over.
import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
