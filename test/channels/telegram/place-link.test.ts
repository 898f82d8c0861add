import { expect, it } from "vitest";
import { placeLink } from "../../../src/channels/telegram/place-link.js";

it("a place in a supergroup has a link, and one in a basic group has none", () => {
  expect(placeLink("-1001234567890", "17")).toBe("https://t.me/c/1234567890/17");
  expect(placeLink("-1234567890", "17")).toBeUndefined();
});
