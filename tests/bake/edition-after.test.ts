import { expect, test } from "vitest";
import { aheadProblems, editionAfter } from "../../src/bake/old-feeds/edition-after.ts";
import { adoptedFeed } from "../adopted-feed.ts";
import { entriesOf } from "./old-entries.ts";

test("an edition is a second later where an old feed changed at that very second", () => {
  const after = (...all: readonly (number | null)[]) =>
    editionAfter({ articles: [], feeds: all.map((lastModified) => adoptedFeed({ lastModified })) }, 5000);
  expect([after(), after(null, 4999, 5001), after(4000, 5000)]).toEqual([5000, 5000, 5001]);
});

test("old feeds that changed at the edition or later are told, with their lines", () => {
  const entries = [null, 4999, 5000, 5001].map((lastModified, at) => ({ lastModified, address: `/${at}` }));
  expect(
    aheadProblems(entriesOf(...entries), 5000).map(({ file, line, severity, message }) => [
      file,
      line,
      severity,
      message.split(" so that")[0],
    ]),
  ).toEqual(
    [2, 3].map((at) => [
      "adopted.toml",
      at + 1,
      "warning",
      `says that the feed /${at} changed at a moment that is yet to come,`,
    ]),
  );
});
