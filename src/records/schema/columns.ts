// The kinds of columns that tables share. Dates are "YYYY-MM-DD" strings, instants are Date, bigint columns are safe integers (parsers are forced).
import type { GeneratedAlways, JSONColumnType } from "kysely";

export type Id = GeneratedAlways<number>;
export type Instant = Date;
export type Json<T extends object> = JSONColumnType<T>;

export type Identified = { civil_id_index: Buffer; civil_id_sealed: Buffer; name_sealed: Buffer };
