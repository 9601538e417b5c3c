import { openBake } from "../../src/bake/open-bake.ts";
import { outputContext } from "../../src/bake/output-context.ts";
import { stylesheets } from "../../src/bake/site-documents.ts";
import { readContent } from "../../src/command/bake/read-content.ts";
import {
  readFeedStylesheet,
  readStylesheet,
  readTextStylesheet,
} from "../../src/command/bake/stylesheets.ts";
import { Stopwatch } from "../../src/command/reports/stopwatch.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { joinFeed } from "../../src/render/feeds/feed-text.ts";
import { isKept } from "../../src/render/kept-run.ts";
import { siteOutputs } from "../../src/render/outputs.ts";
import { ADDRESS } from "../../src/representation/addresses.ts";

/** What a bake made of what other generators make too. */
export interface CoreBake {
  readonly documents: number;
  readonly bytes: number;
}

/** What every site has beside its articles: the front page, and the live feed in its formats. */
export const CORE_ADDRESSES: readonly string[] = [ADDRESS.index, ADDRESS.rss, ADDRESS.atom, ADDRESS.json];

/**
 * Reads and parses a content folder as a full bake does, then renders the articles' pages, the front
 * page and the live feed: no other channel, no archive, no gate, no compression, no store.
 */
export async function bakeCore(content: string, persistTo: string, now: number): Promise<CoreBake> {
  const clock = () => performance.now();
  const { folder, sources, cache } = await readContent(
    { content, persistTo, full: true, dryRun: true },
    new Stopwatch(clock),
  );
  const bake = openBake({
    site: folder.site,
    sources,
    media: folder.media,
    stylesheet: readStylesheet(),
    textStylesheet: readTextStylesheet(),
    feedStylesheet: readFeedStylesheet(),
    ledger: EMPTY_LEDGER,
    now,
    clock,
  });
  const wanted = new Set([...Array.from(bake.articles, ({ address }) => address), ...CORE_ADDRESSES]);
  let [documents, bytes] = [0, 0];
  const { paths } = stylesheets(bake);
  for (const output of siteOutputs(outputContext(bake, paths))) {
    if (isKept(output) || !wanted.has(output.key)) continue;
    const text = output.format === null ? output.render(bake.edition) : joinFeed(output.render(bake.edition));
    documents += 1;
    bytes += Buffer.from(text).byteLength;
  }
  cache.close();
  return { documents, bytes };
}
