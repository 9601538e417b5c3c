import type { Sum } from "../article/sum.ts";
import { MEDIA_TYPE } from "../representation/addresses.ts";
import type { KeptRun } from "./kept-run.ts";
import { outputRuns } from "./kept-run.ts";
import { newsSitemap } from "./news-sitemap.ts";
import type { Output } from "./output.ts";
import { text } from "./output.ts";
import { datePages } from "./pages/date-pages.ts";
import type { RenderedSite } from "./rendered-site.ts";
import { listing } from "./site-output.ts";
import { sitemaps } from "./sitemap.ts";

/** The archive for people, by years, months and days. */
export function dateOutputs(site: RenderedSite): Iterable<Output | KeptRun> {
  const pages = datePages(site.years, site.pages, site.kept)
    .filter(({ address }) => !site.ownPages.has(address))
    .map(({ address, render, ordinals, madeFrom, stays }) => {
      const add = (sum: Sum) => site.around.addOrdinals(ordinals, sum.text(JSON.stringify(madeFrom())));
      return { output: listing(address, site, render, add), stays };
    });
  return outputRuns(pages);
}

/** The archive for search engines. */
export function sitemapOutputs({
  site,
  articles,
  standing,
  live,
  kept,
  around,
}: RenderedSite): Iterable<Output | KeptRun> {
  const all = [...sitemaps(site, articles, standing, live, kept), newsSitemap(site, articles)];
  return outputRuns(
    all.map(({ address, render, ordinals, madeFrom, stays }) => {
      const add = (sum: Sum) => around.addOrdinals(ordinals, sum.text(madeFrom()));
      return { output: { ...text(address, MEDIA_TYPE.xml, render), madeFrom: add }, stays };
    }),
  );
}
