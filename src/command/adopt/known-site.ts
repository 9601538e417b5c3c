import type { Adopted } from "../../article/adopted.ts";
import type { Article } from "../../article/article.ts";
import type { NamedChannel } from "../../article/named-channel.ts";
import type { Problem } from "../../article/problem.ts";
import type { Site } from "../../article/site.ts";
import type { EpochSeconds } from "../../article/values.ts";
import { openBake } from "../../bake/open-bake.ts";
import type { SiteAnswer } from "../../bake/site-answers.ts";
import { siteAnswers } from "../../bake/site-answers.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { KnownArticle } from "../../migrate/adopt/known-article.ts";
import { idHost } from "../bake/id-host.ts";
import { readContent } from "../bake/read-content.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import { Stopwatch } from "../reports/stopwatch.ts";

/** A site as its folder will be published. */
export interface KnownSite {
  readonly site: Site;
  readonly adopted: Adopted;
  readonly articles: readonly KnownArticle[];
  readonly channels: readonly NamedChannel[];
  readonly answer: (pathname: string, search: string) => SiteAnswer;
  /** Of the folder: what a bake would tell. */
  readonly problems: readonly Problem[];
}

/**
 * Bakes a folder in memory, up to its documents. Nothing is written. `adopted` stands in for what the
 * folder has. Throws `FolderError`.
 */
export async function knownSite(
  flags: Pick<BakeFlags, "content" | "persistTo" | "url">,
  ledger: Ledger,
  now: EpochSeconds,
  adopted?: Adopted,
): Promise<KnownSite> {
  const clock = () => performance.now();
  const { folder, sources, cache } = await readContent({ ...flags, dryRun: true }, new Stopwatch(clock));
  try {
    const listed = [...sources];
    const site = { ...folder.site, url: flags.url ?? folder.site.url };
    const bake = openBake({
      site,
      sources: listed,
      media: folder.media,
      adopted: adopted ?? folder.adopted,
      stylesheet: "",
      textStylesheet: "",
      feedStylesheet: "",
      ledger,
      now: Math.max(now, ledger.edition),
      idHost: idHost(flags, {}),
      clock,
    });
    const bySource = new Map(listed.map((source) => [source.path, source]));
    const known = (article: Article): KnownArticle => {
      const source = bySource.get(article.path);
      const { kind = "guess" } = source?.published ?? {};
      return {
        path: article.path,
        address: article.address,
        id: article.id,
        ownId: source?.id?.trim() ?? null,
        title: article.title,
        published: article.published,
        isDated: kind !== "guess",
        enclosures: article.enclosures.map(({ url }) => url),
        isPublished: article.ordinal < ledger.articles.length,
      };
    };
    return {
      site,
      adopted: folder.adopted,
      articles: [...bake.articles, ...bake.standing].map(known),
      channels: bake.channels,
      answer: siteAnswers(bake),
      problems: [...folder.problems, ...bake.problems],
    };
  } finally {
    cache.close();
  }
}
