import { expect, test } from "vitest";
import { ADOPTED_FILE, NOTHING_ADOPTED } from "../../src/article/adopted.ts";
import { CHANNEL_KINDS } from "../../src/article/folder-habits.ts";

test("what an old site is known for lies in adopted.toml; without it nothing is", () => {
  expect(ADOPTED_FILE).toBe("adopted.toml");
  expect(NOTHING_ADOPTED).toEqual({ articles: [], feeds: [] });
});

test("channels are sections, authors, tags and languages", () => {
  expect(CHANNEL_KINDS).toEqual(["section", "author", "tag", "language"]);
});
