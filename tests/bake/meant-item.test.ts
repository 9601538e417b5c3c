import { describe, expect, test } from "vitest";
import { meantBy } from "../../src/bake/gate/meant-item.ts";
import { FORMAT_NAMES } from "../../src/render/feeds/formats.ts";
import { RICH_ITEM } from "../render/rich-feed.ts";
import { gateFor, gateSays, spoiling } from "./gate-says.ts";

/** An item of a feed whose items had no ids: its readers know it by link and date, letter for letter. */
const OLD = {
  ...RICH_ITEM,
  asWritten: { link: "http://old.example/?p=8", pubDate: "Mon, 30 Jun 2025 00:00:00 +0000" },
};
const WRITTEN_AT = Date.parse("2025-06-30T00:00:00Z") / 1000;

describe("an item of an old feed without ids", () => {
  test("means no id in RSS, and its old link and date", () => {
    const { id, url, published, ...rest } = meantBy(OLD, "rss");
    expect([id, url, published]).toEqual(["", OLD.asWritten.link, WRITTEN_AT]);
    const { id: _, url: __, published: ___, ...same } = meantBy(RICH_ITEM, "rss");
    expect(rest).toEqual(same);
  });

  test.for([
    { name: "at its old date, where it was not updated since", seconds: 0, updated: WRITTEN_AT },
    {
      name: "when it was, where it was updated later",
      seconds: 1,
      updated: RICH_ITEM.published.getTime() / 1000 + 1,
    },
  ])("was updated $name", ({ seconds, updated }) => {
    const item = { ...OLD, updated: new Date(OLD.published.getTime() + seconds * 1000) };
    expect(meantBy(item, "rss").updated).toBe(updated);
  });

  test.for(FORMAT_NAMES.filter((format) => format !== "rss"))(
    "means what every item means in %s",
    (format) => {
      expect(meantBy(OLD, format)).toEqual(meantBy(RICH_ITEM, format));
    },
  );

  test("passes the gate beside the item of today, and each of both is read", () => {
    const gate = gateFor(OLD);
    const spoil = spoiling("Tea", "Coffee");
    expect(gateSays("rss", OLD, undefined, gate)).toEqual([]);
    expect(gateSays("rss", RICH_ITEM, spoil, gate)).toEqual([expect.stringContaining("has the title")]);
    expect(gateSays("rss", OLD, spoil, gate)).toEqual([expect.stringContaining("has the title")]);
  });
});
