import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { corpus, writeBenchSite } from "../../scripts/bench/corpus.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { temporaryFolder } from "../content-folder.ts";
import { plainValues, publishFolder } from "./published-store.ts";

/** 2026-07-01T12:00:00Z */
const NOW = 1_782_907_200;
const DAY = 86_400;
const ARTICLES = 1000;

/** A digest of all documents for each kind of address, and how many there are. */
async function digestsOf(store: MemoryStore): Promise<Record<string, string>> {
  const hashes = new Map<string, { count: number; hash: ReturnType<typeof createHash> }>();
  for await (const { key, metadata, parts } of plainValues(store)) {
    const kind = key.split("/").slice(0, 2).join("/");
    const { count, hash } = hashes.get(kind) ?? { count: 0, hash: createHash("sha256") };
    hash.update(`${key} ${JSON.stringify(metadata)} `);
    for (const part of parts) hash.update(part);
    hashes.set(kind, { count: count + 1, hash });
  }
  return Object.fromEntries(
    [...hashes].map(([kind, { count, hash }]) => [kind, `${count} ${hash.digest("hex").slice(0, 16)}`]),
  );
}

test("a thousand articles, then edits, deletions, moves and new ones, leave the same bytes", async () => {
  const folder = temporaryFolder();
  const store = new MemoryStore();
  writeBenchSite(folder, ARTICLES);
  const digestsAt = async (edition: number) => {
    await publishFolder(folder, store, NOW + edition * DAY);
    return digestsOf(store);
  };
  const first = await digestsAt(0);

  const files = [...corpus(ARTICLES)].map(({ section, slug }) => join(folder, section, `${slug}.md`));
  const fileAt = (index: number) => files[index] ?? "";
  for (const index of [3, 500, 999]) {
    writeFileSync(fileAt(index), `${readFileSync(fileAt(index), "utf8")}\nOne paragraph more.\n`);
  }
  for (const index of [10, 700, 998]) rmSync(fileAt(index));
  for (const index of [20, 710, 997]) renameSync(fileAt(index), join(folder, `moved-${index}.md`));
  for (const name of ["new", "newer"]) {
    writeFileSync(join(folder, `${name}.md`), `---\ntitle: ${name}\ndate: 2026-06-30\n---\nText.\n`);
  }
  const second = await digestsAt(1);
  await expect(`${JSON.stringify({ first, second }, null, 2)}\n`).toMatchFileSnapshot(
    "digests/generated-site.json",
  );
  expect(await publishFolder(folder, store, NOW + 2 * DAY)).toEqual([]);
});
