import { appendFileSync, globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bake } from "../../../src/command/bake/bake.ts";
import type { StorageKey } from "../../../src/representation/storage-key.ts";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../../content-folder.ts";

const NOW = Date.UTC(2025, 6, 1) / 1000;

/** A store that counts how often parts of its ledger are fetched. */
class CountingStore extends MemoryStore {
  fetched = 0;

  override getTexts(keys: readonly StorageKey[]) {
    this.fetched += 1;
    return super.getTexts(keys);
  }
}

test("a bake that finds nothing where it remembered a part of the ledger fetches it, and goes on", async () => {
  const folder = contentFolder({
    "content/site.toml": SITE_TOML,
    "content/tide.md": "---\ndate: 2025-06-02\n---\n# Tide\n\nHigh.\n",
    "content/lock.md": "---\ndate: 2025-06-01\n---\n# Lock\n\nShut.\n",
  });
  const [content, persistTo, store] = [join(folder, "content"), temporaryFolder(), new CountingStore()];
  const run = async (now: number, dryRun = false) => {
    store.fetched = 0;
    const { report } = await bake({ content, persistTo, now, dryRun }, async () => store);
    return { fetched: store.fetched, put: report.plan?.put, refusal: report.refusal };
  };
  const parts = () =>
    globSync("feedwright-cache/*/shards/*/*", { cwd: persistTo }).filter(
      (file) => !file.endsWith(".summary"),
    );
  await run(NOW);
  expect(await run(NOW + 60)).toMatchObject({ fetched: 1, put: 0 });
  const [part = ""] = parts();
  const text = readFileSync(join(persistTo, part), "utf8");

  rmSync(join(persistTo, part));
  appendFileSync(join(content, "tide.md"), "\nStill.\n");
  const planned = await run(NOW + 120, true);
  expect(planned).toMatchObject({ fetched: 1, refusal: null });
  // Who may write nothing has to fetch it each time.
  expect([parts(), await run(NOW + 180, true)]).toEqual([[], planned]);
  expect(await run(NOW + 240)).toEqual(planned);
  expect([parts(), readFileSync(join(persistTo, part), "utf8")]).toEqual([[part], text]);
});
