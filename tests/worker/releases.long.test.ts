import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { SITE_TOML } from "../content-folder.ts";
import { BakedSite } from "./baked-site.ts";
import { READERS } from "./clients/readers.ts";
import type { Edge } from "./edge.ts";
import { startEdge } from "./edge.ts";

const FEEDS = ["/rss.xml", "/atom.xml", "/feed.json"] as const;
const COUNT = 12;
const SPACING = 2;
const POLL_MS = 100;

const site = new BakedSite();
const files: Record<string, string> = {};

let edge: Edge;
let first = 0;
let home = "";
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "feedwright-releases-"));
  edge = await startEdge();
  const now = Math.floor(Date.now() / 1000);
  // Time to put what is sealed into the store, and for every reader's first poll.
  first = now + 20;
  files["site.toml"] = SITE_TOML;
  files["old.md"] = "---\ntitle: Old\ndate: 2026-01-01\n---\nOld.\n";
  for (let n = 0; n < COUNT; n += 1) {
    const date = new Date((first + n * SPACING) * 1000).toISOString();
    files[`r${n}.md`] = `---\ntitle: Release ${n}\ndate: ${date}\n---\nNumber ${n}.\n`;
  }
  await bakeNow();
});
afterAll(async () => {
  await edge.stop();
  rmSync(home, { recursive: true, force: true });
});

test("releases two seconds apart show within a second, in every format, and once in a reader", async () => {
  const reader = READERS.find(({ name }) => name === "newsboat");
  if (reader === undefined) throw new Error("there is no newsboat");
  // newsboat reads no JSON Feed.
  const homes = FEEDS.slice(0, 2).map((feed) => ({ feed, home: join(home, feed.slice(1)) }));
  for (const one of homes) {
    mkdirSync(one.home, { recursive: true });
    await reader.subscribe(one.home, `${edge.origin}${one.feed}`);
    await reader.poll(one.home);
  }
  for (const { feed, askedMs, answeredMs, shown } of await pollUntil(first + COUNT * SPACING + 1)) {
    for (let n = 0; n < COUNT; n += 1) {
      const instantMs = (first + n * SPACING) * 1000;
      if (answeredMs < instantMs) expect(shown, `${feed} before ${n}`).not.toContain(n);
      if (askedMs >= instantMs + 1000) expect(shown, `${feed} a second after ${n}`).toContain(n);
    }
  }
  for (const one of homes) {
    await reader.poll(one.home);
    const titles = reader.titles(one.home).filter((title) => title.startsWith("Release"));
    expect(titles.sort(), one.feed).toEqual(Array.from({ length: COUNT }, (_, n) => `Release ${n}`).sort());
  }
});

/** Bakes into the edge's store, as of the machine's clock. */
async function bakeNow(): Promise<void> {
  const publish = site.bake(files, Math.floor(Date.now() / 1000));
  await edge.put(publish.put);
  await edge.remove(publish.delete);
}

/** What a feed showed. */
interface Poll {
  readonly feed: string;
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly shown: readonly number[];
}

/** Polls every feed again and again. */
async function pollUntil(endSeconds: number): Promise<readonly Poll[]> {
  const polls: Poll[] = [];
  // A document holds eight states: a later bake seals what is left, while releases go on.
  const again = setTimeout(bakeNow, (first + 5 * SPACING) * 1000 + 500 - Date.now());
  onTestFinished(() => clearTimeout(again));
  while (Date.now() < endSeconds * 1000) {
    for (const feed of FEEDS) {
      const askedMs = Date.now();
      const text = await (await fetch(`${edge.origin}${feed}`)).text();
      const shown = [...text.matchAll(/Release (\d+)/g)].map(([, n]) => Number(n));
      polls.push({ feed, askedMs, answeredMs: Date.now(), shown });
    }
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
  return polls;
}
