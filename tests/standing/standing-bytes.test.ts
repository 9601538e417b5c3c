import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";
import { GENERATOR_FOLDERS } from "../folder/generator-folders.ts";
import { plainValues, publishFolder } from "./published-store.ts";

/** 2026-07-01T12:00:00Z */
const NOW = 1_782_907_200;
const DAY = 86_400;

/** What must stay as it is, by key: whoever publishes a site again finds nothing to write. */
async function digestsOf(store: MemoryStore): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for await (const { key, metadata, parts } of plainValues(store)) {
    const hash = createHash("sha256").update(JSON.stringify(metadata));
    for (const part of parts) hash.update(part);
    digests[key] = hash.digest("hex").slice(0, 16);
  }
  return digests;
}

const sampleSite = () => fileURLToPath(new URL("../../seeds", import.meta.url));

const SITES: readonly (readonly [name: string, content: () => string])[] = [
  ["the sample site", sampleSite],
  ...Object.entries(GENERATOR_FOLDERS).map(([name, { content, files }]) => {
    const settings = { [join(content, "site.toml")]: 'url = "https://quay.example"\n' };
    // A site without a title has the name of its folder.
    const project = () => contentFolder({ ...files, ...settings }, join(temporaryFolder(), "quay"));
    return [name, () => join(project(), content)] as const;
  }),
];

describe("every key, body and metadata of a published site", () => {
  test.for(SITES)("%s", async ([name, content]) => {
    const folder = content();
    const store = new MemoryStore();
    await publishFolder(folder, store, NOW);
    const written = JSON.stringify(await digestsOf(store), null, 2);
    const file = name.toLowerCase().replaceAll(" ", "-");
    await expect(`${written}\n`).toMatchFileSnapshot(`digests/${file}.json`);
    expect(await publishFolder(folder, store, NOW + DAY)).toEqual([]);
  });
});
