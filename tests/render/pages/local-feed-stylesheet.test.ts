import { expect, test } from "vitest";
import { readFeedStylesheet } from "../../../src/command/bake/stylesheets.ts";
import { localFeedStylesheet } from "../../../src/render/pages/local-feed-stylesheet.ts";

test("what a browser says of a feed is in the site's language and direction, English where there are no words", () => {
  const css = readFeedStylesheet();
  expect(localFeedStylesheet(css, "en-GB")).toBe(css);
  expect(localFeedStylesheet(css, "ja")).toBe(css);
  expect(localFeedStylesheet(css, "de")).toContain('content: "Dies ist ein Feed.');
  expect(localFeedStylesheet(css, "de")).not.toContain("This is a feed");
  expect(localFeedStylesheet(css, "ar")).toContain("direction: rtl;\n}\n");
});
