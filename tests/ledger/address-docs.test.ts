import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { articleText, NOW, SiteHistory } from "./site-history.ts";

const docs = readFileSync("docs/site.md", "utf8");

/** The rows of the tables that show settings, a file or what is in one of `blog`, and its address. */
const rows = [...docs.matchAll(/^\| (`.*)?\| `([^`|]+)` \| `(\/[^`|]*)` \|$/gm)].map(
  ([, settings = "", shown = "", address = ""]) => ({
    settings: [...settings.matchAll(/`([^`]+)`/g)].map(([, line]) => `${line}\n`).join(""),
    shown,
    address,
  }),
);

test("docs/site.md shows addresses", () => expect(rows.length).toBeGreaterThanOrEqual(13));

test.for(rows)("docs/site.md tells the truth about $shown: $address", ({ settings, shown, address }) => {
  const [file, fields] = shown.includes(": ") ? ["blog/lock.md", `${shown}\n`] : [shown, ""];
  const { [file]: record } = new SiteHistory(settings).bake({ [file]: articleText("Lock", fields) }, NOW);
  expect(record?.address).toBe(address);
});
