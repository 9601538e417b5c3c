import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { bakeCore } from "../../scripts/bench/core-bake.ts";
import { writeBenchSite } from "../../scripts/bench/corpus.ts";
import { bakeOnce } from "../../scripts/bench/sample.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";

const NOW = 1_767_225_600;
const folder = mkdtempSync(join(tmpdir(), "feedwright-core-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("what Hugo does too is as many bytes of pages, front page and live feed as a whole bake has", async () => {
  const content = join(folder, "content");
  writeBenchSite(content, 45);
  const { articles, documents } = bakeOnce(content, EMPTY_LEDGER, NOW);
  const pages = [...articles].map(({ address }) => address);
  const wanted = new Set<string>([...pages, "/", "/rss.xml", "/atom.xml", "/feed.json"]);
  const bodies = documents.flatMap(({ key, representation }) =>
    wanted.has(key) && representation
      ? [gunzipSync(representation.value.subarray(0, representation.metadata.stored.gzip))]
      : [],
  );
  expect(bodies).toHaveLength(49);
  expect(await bakeCore(content, join(folder, "state"), NOW)).toEqual({
    documents: bodies.length,
    bytes: bodies.reduce((sum, { byteLength }) => sum + byteLength, 0),
  });
});
