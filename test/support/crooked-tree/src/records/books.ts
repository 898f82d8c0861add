// What a rule must not know of.
export const books = {};
