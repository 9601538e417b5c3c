import { cpuUsage } from "node:process";
import type { Generator } from "../../src/article/setting-choices.ts";
import type { Site } from "../../src/article/site.ts";
import { sourceOf } from "../../src/article/source-of.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import type { ParsedArticle } from "../../src/source/parse-article.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { inputOf, siteWith } from "../bake/small-site.ts";
import { pathOf } from "../bake/values.ts";

const site: Site = siteWith();

/** Parses a text; gives the processor's milliseconds too, the least of some runs. */
export function parsed(
  path: string,
  text: string,
  runs: number,
  generator: Generator | null = null,
): ParsedArticle & { readonly cost: number } {
  const file = { path: pathOf(path), bytes: Buffer.from(text) };
  return leastOf(runs, () => parseArticle(file, { ...site, generator }));
}

/**
 * Bakes a site of this article alone; gives how many documents it has and the processor's milliseconds,
 * the least of some runs.
 */
export function baked(
  { article }: ParsedArticle,
  runs = 1,
): { readonly documents: number; readonly cost: number } {
  if (article === null) return { documents: 0, cost: 0 };
  return leastOf(runs, () => {
    const { documents } = bakeSite(inputOf({}, { site, sources: [sourceOf(article)] }));
    return { documents: documents.length };
  });
}

/** Time of the processor: what else runs on the machine does not count. */
export function leastOf<T extends object>(runs: number, run: () => T): T & { readonly cost: number } {
  const measured = Array.from({ length: runs }, () => {
    const before = cpuUsage();
    const result = run();
    const { user, system } = cpuUsage(before);
    return { ...result, cost: (user + system) / 1000 };
  });
  return measured.reduce((least, one) => (one.cost < least.cost ? one : least));
}
