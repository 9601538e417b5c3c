import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runHere } from "../command/run-here.ts";
import { freePort, serveSite } from "../served-site.ts";

const SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));

/** One page of each kind, and articles with everything that an article can hold. */
export const KINDS_OF_PAGES = {
  index: "/",
  "article with an image and a correction": "/articles/north-mole-lamp",
  "article with a table": "/articles/winter-timetable-2025",
  "article with code and a footnote": "/articles/why-tides-come-twice",
  "article in Arabic": "/articles/story-evening",
  "article in French": "/articles/la-criee-de-port-merel",
  sections: "/sections/",
  section: "/sections/harbour",
  tags: "/tags/",
  tag: "/tags/tides",
  authors: "/authors/",
  author: "/authors/harbour-desk",
  language: "/languages/fr",
  year: "/dates/2025",
  month: "/dates/2025/11",
  subscribe: "/subscribe",
} as const;

/** What stands at an address that leads nowhere. */
export const NOWHERE = "/no/such/page";

/** The sample site, baked for the port that it is served on. */
export interface SampleSite {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Bakes and serves the sample site; `folder` takes its state. */
export async function serveSampleSite(folder: string): Promise<SampleSite> {
  const port = await freePort();
  const state = join(folder, "state");
  const baked = await runHere("bake", [
    ...["--content", SEEDS, "--persist-to", state, "--url", `http://127.0.0.1:${port}`],
    ...["--now", "2026-01-01T00:00:00Z"],
  ]);
  if (baked.exitCode !== 0) throw new Error(baked.stderr);
  return serveSite(state, port);
}
