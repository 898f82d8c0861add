// A tree that breaks the rules, so that the architecture test is known to see it.
import { readFileSync } from "node:fs";
import { books } from "../records/books.js";
export const fee = () => [books, readFileSync];
