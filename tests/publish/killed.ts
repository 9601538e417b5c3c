import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { bake } from "../../src/command/bake/bake.ts";
import { LocalStore } from "../../src/store/local-store.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import type { Store } from "../../src/store/store.ts";
import { contentFolder, newswireText, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { brokenLinks, DAY, documentsIn, NOW, otherKeys, stateOf } from "./publish-files.ts";

const PROGRAM = fileURLToPath(new URL("killed-bake.ts", import.meta.url));

/** What the publisher does to the folder between the kill and the next bake. */
export type Meanwhile = "nothing" | "retitles" | "deletes";

/** A site that is published, killed and published again. */
export interface KilledPublish {
  readonly articles: number;
  /** How far it is when it is killed, from 0 to 1. */
  readonly share: number;
  /** Orders the writes that are under way together. */
  readonly seed: number;
  readonly meanwhile: Meanwhile;
  /** Looks at the site after the kill. */
  readonly look?: (persistTo: string) => Promise<void>;
}

/**
 * Kills a publish (SIGKILL) at a write, checks that no feed names a missing page, publishes
 * again with a later clock, and compares with what undisturbed publishes give.
 */
export async function killAndFinish({
  articles,
  share,
  seed,
  meanwhile,
  look,
}: KilledPublish): Promise<void> {
  const content = contentFolder({ "site.toml": SITE_TOML, ...texts(articles) });
  const undisturbed = new MemoryStore();
  const { report } = await bake({ content, persistTo: temporaryFolder(), now: NOW }, async () => undisturbed);

  const persistTo = temporaryFolder();
  const killedAfter = 1 + Math.floor(share * (report.plan.put - 1));
  await runUntilKilled(content, persistTo, killedAfter, seed);
  await inLocalStore(persistTo, async (store) => {
    expect(await brokenLinks(store), `killed after ${killedAfter} writes`).toEqual([]);
  });
  await look?.(persistTo);

  change(content, meanwhile);
  const later = { content, now: NOW + DAY };
  await bake({ ...later, persistTo: temporaryFolder() }, async () => undisturbed);
  await bake({ ...later, persistTo });
  await inLocalStore(persistTo, async (store) => {
    expect((await stateOf(store)).stored.ledger.articles).toEqual(
      (await stateOf(undisturbed)).stored.ledger.articles,
    );
    expect(await contentsOf(store)).toEqual(await contentsOf(undisturbed));
    expect(await otherKeys(store)).toEqual(["ledger", "ledger/0001"]);
    expect(await brokenLinks(store)).toEqual([]);
  });
}

function texts(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `${n % 3}/${n}.txt`,
      newswireText({ paragraphs: 2, headline: `Lock ${n}` }),
    ]),
  );
}

function change(content: string, meanwhile: Meanwhile): void {
  const file = join(content, "0/0.txt");
  if (meanwhile === "retitles") writeFileSync(file, newswireText({ paragraphs: 2, headline: "Lock nought" }));
  if (meanwhile === "deletes") rmSync(file);
}

/** Status and text of each document; of those that tell their own edition only that they are there. */
async function contentsOf(store: Store) {
  return [...(await documentsIn(store))].map(([key, { metadata, body }]) => [
    key,
    metadata.status,
    metadata.kind === "page" ? body : null,
  ]);
}

async function runUntilKilled(
  content: string,
  persistTo: string,
  killedAfter: number,
  seed: number,
): Promise<void> {
  const args = [PROGRAM, content, persistTo, String(NOW), String(killedAfter), String(seed)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"], detached: true });
  const signal = await new Promise((resolve) => child.once("close", (_code, signal) => resolve(signal)));
  expect(signal).toBe("SIGKILL");
}

async function inLocalStore(persistTo: string, look: (store: LocalStore) => Promise<void>): Promise<void> {
  const store = await LocalStore.open(persistTo);
  try {
    await look(store);
  } finally {
    await store.close();
  }
}
