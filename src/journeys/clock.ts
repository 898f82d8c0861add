// Business time: the one clock of the program. It comes in as an argument everywhere, so a test or the demo can move it.
export type Clock = { now(): Date };
