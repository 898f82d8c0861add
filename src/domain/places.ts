/** Promises the closed lists a registration chooses from, as codes; their names in words stand in the locales. */

/** Kuwait's six governorates: ISO 3166-2:KW, https://www.iso.org/obp/ui/#iso:code:3166:KW. */
export const governorates = ["KU", "HA", "FA", "MU", "AH", "JA"] as const;
export type Governorate = (typeof governorates)[number];

/** As the Ministry's registration form offers them (the service's own documents). */
export const genders = ["female", "male"] as const;
export type Gender = (typeof genders)[number];

/**
 * The articles of the residency regulations that people name when asked for their residency type, and whether this
 * service handles them: Article 20 is domestic workers. Source: the Ministry of Interior's list of residency types.
 */
export const residencyArticles = [
  { article: 17, handled: false },
  { article: 18, handled: false },
  { article: 19, handled: false },
  { article: 20, handled: true },
  { article: 21, handled: false },
  { article: 22, handled: false },
  { article: 23, handled: false },
  { article: 24, handled: false },
  { article: 25, handled: false },
  { article: 30, handled: false },
  { article: 31, handled: false },
] as const;
export type ResidencyArticle = (typeof residencyArticles)[number]["article"];

/** The article of domestic workers and those counted among them. */
export const domesticWorkerArticle = 20;
