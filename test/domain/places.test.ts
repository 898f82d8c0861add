import { describe, expect, it } from "vitest";
import { domesticWorkerArticle, genders, governorates, residencyArticles } from "../../src/domain/places.js";

describe("places and kinds", () => {
  it("are the six governorates of ISO 3166-2:KW", () => {
    expect(governorates).toEqual(["KU", "HA", "FA", "MU", "AH", "JA"]);
  });

  it("are the genders of the registration form", () => {
    expect(genders).toEqual(["female", "male"]);
  });

  it("are the residency articles, of which the service handles domestic workers alone", () => {
    expect(residencyArticles.map((row) => row.article)).toEqual([17, 18, 19, 20, 21, 22, 23, 24, 25, 30, 31]);
    expect(residencyArticles.filter((row) => row.handled)).toEqual([{ article: domesticWorkerArticle, handled: true }]);
    expect(domesticWorkerArticle).toBe(20);
  });
});
