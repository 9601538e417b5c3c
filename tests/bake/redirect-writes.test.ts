import { expect, test } from "vitest";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { bakeFolder, NOW } from "./baked-folder.ts";

const MANY = 10_000;

/** A site with so many old addresses, one of them perhaps leading elsewhere. */
function siteWith(changed: string | null) {
  const rows = Array.from(
    { length: MANY },
    (_, n) => `"/old/${n}" = "${n === 7 && changed ? changed : "/a"}"`,
  );
  const files = { "a.md": "---\npermalink: /a\n---\nText.\n", "b.md": "---\npermalink: /b\n---\nText.\n" };
  return contentFolder({ ...files, "site.toml": `${SITE_TOML}[redirects]\n${rows.join("\n")}\n` });
}

test("ten thousand redirects take five writes at most, and a change of one takes one", () => {
  const first = bakeFolder(siteWith(null));
  const packed = first.documents.filter(({ key }) => key.startsWith("redirects"));
  expect(packed.length).toBeLessThanOrEqual(5);
  expect(first.documents.length).toBeLessThan(50);
  const second = bakeFolder(siteWith("/b"), first.ledger, NOW + 100);
  const written = second.documents.filter(({ representation }) => representation !== null);
  expect(written.filter(({ key }) => key.startsWith("redirects"))).toHaveLength(1);
  expect(written).toHaveLength(1);
});
