import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { articleText, NOW, SiteHistory } from "./site-history.ts";

const docs = readFileSync("docs/site.md", "utf8");

/** The rows of the tables that show settings, a file and its address. */
const rows = [...docs.matchAll(/^\| (`.*)?\| `([^`|]+)` \| `(\/[^`|]*)` \|$/gm)].map(
  ([, settings = "", file = "", address = ""]) => ({
    settings: [...settings.matchAll(/`([^`]+)`/g)].map(([, line]) => `${line}\n`).join(""),
    file,
    address,
  }),
);

test("docs/site.md shows addresses", () => expect(rows.length).toBeGreaterThanOrEqual(13));

test.for(rows)("docs/site.md tells the truth about $file: $address", ({ settings, file, address }) => {
  const { [file]: record } = new SiteHistory(settings).bake({ [file]: articleText("Lock") }, NOW);
  expect(record?.address).toBe(address);
});
