// Whether a message of the outbox comes to somebody who is talking to a person, as that somebody sees it: until the words of the end are there.
import { sql } from "kysely";

/** The words that end it: what stands before them in the outbox still comes into the conversation. */
export const endKind = "desk-end";

/** Of a row of the table outbox. */
export const isWithAgent = sql<boolean>`(
  exists (select from handoffs where handoffs.chat = outbox.chat and handoffs.state = 'agent')
  or exists (select from outbox as ending where ending.chat = outbox.chat and ending.id > outbox.id
    and ending.kind = ${sql.lit(endKind)} and ending.state in ('waiting', 'sending')))`;
