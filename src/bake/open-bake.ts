import type { Adopted } from "../article/adopted.ts";
import { NOTHING_ADOPTED } from "../article/adopted.ts";
import type { Article, Source } from "../article/article.ts";
import type { Media } from "../article/media.ts";
import type { NamedChannel } from "../article/named-channel.ts";
import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import type { EpochSeconds } from "../article/values.ts";
import { addressRules } from "../ledger/address-rules.ts";
import { firstSlug } from "../ledger/addresses.ts";
import { authorityOf } from "../ledger/authority.ts";
import { identify } from "../ledger/identify.ts";
import type { ArticleRecord, Ledger } from "../ledger/ledger.ts";
import { nextEdition } from "../ledger/ledger.ts";
import type { SiteMemory } from "../ledger/memory.ts";
import { mayBecomeOwn, WELL_KNOWN } from "../representation/addresses.ts";
import type { KnownDocument } from "./bake-document.ts";
import { oldFeedProblems, withOldFeeds } from "./old-feeds.ts";
import { numberChannels } from "./places/number-channels.ts";
import { resolveArticles } from "./places/resolve-articles.ts";
import { withImageUrls, withMediaDigests } from "./places/site-media.ts";
import { withFreePattern } from "./places/site-pattern.ts";
import { adoptedProblems } from "./problems/adopted-problems.ts";
import { identityProblems } from "./problems/identity-problems.ts";
import { idleSettings } from "./problems/idle-settings.ts";
import { patternProblems } from "./problems/pattern-problems.ts";
import { withMachinePast } from "./redirects/machine-past.ts";
import { withoutMovedPages } from "./redirects/moved-pages.ts";
import type { Past } from "./redirects/redirects.ts";
import { pastOf } from "./redirects/redirects.ts";
import { settingsDigest } from "./settings-digest.ts";

/** All that a bake depends on. */
export interface BakeInput {
  readonly site: Site;
  /** Walked once a bake, and not kept. */
  readonly sources: Iterable<Source>;
  readonly media: readonly Media[];
  /** What readers of an old site know. */
  readonly adopted?: Adopted;
  /** CSS of the pages. */
  readonly stylesheet: string;
  /** CSS of the code and formulas of articles; apart, so that only pages that have some name it. */
  readonly textStylesheet: string;
  /** CSS of the feeds. */
  readonly feedStylesheet: string;
  /** Writes clean HTML as Markdown; without it HTML stays, which is Markdown too. */
  readonly toMarkdown?: (html: string) => string;
  /** What was published before. */
  readonly ledger: Ledger;
  readonly now: EpochSeconds;
  /** The host that ids begin with where neither the settings nor the ledger name one. */
  readonly idHost?: string;
  /** What an earlier bake found, by storage key; it saves work and changes nothing. */
  readonly known?: ReadonlyMap<string, KnownDocument>;
  /** Milliseconds, for the timings only. */
  readonly clock: () => number;
}

/** A site whose articles have their places, before any document is made. */
export interface OpenBake {
  readonly input: BakeInput;
  /** By the clock of the timings. */
  readonly startedMs: number;
  readonly site: Site;
  readonly edition: EpochSeconds;
  /** Digest of the settings. */
  readonly settings: string;
  readonly remembered: SiteMemory & { readonly authority: string; readonly windowSize: number };
  /** Every article ever published, by ordinal. */
  readonly records: readonly ArticleRecord[];
  readonly articles: readonly Article[];
  /** Pages that stand by themselves. */
  readonly standing: readonly Article[];
  readonly channels: readonly NamedChannel[];
  /** Positions of the channels with archives that a live article is in. */
  readonly channelsOf: (ordinal: number) => readonly number[];
  readonly past: Past;
  readonly problems: readonly Problem[];
}

/** Gives articles their identity, address and place. Throws `ClockBehindError`. */
export function openBake(given: BakeInput): OpenBake {
  const all = [...given.sources];
  const { sources: written, site: whole } = withoutMovedPages(all, given.site);
  const input = { ...given, site: whole };
  const { ledger, now, adopted = NOTHING_ADOPTED } = input;
  const startedMs = input.clock();
  const problems: Problem[] = [];
  const site = withImageUrls(withFreePattern(input.site, problems), input.media, problems);
  const edition = nextEdition(ledger, now);
  const authority = authorityOf(site, ledger, now, input.idHost ?? null);
  const sources = withMediaDigests(withStandingAddresses(written, adopted), input.media);
  const publication = { now, edition, authority, reserved: WELL_KNOWN, mayBecomeOwn };
  const windowSize = ledger.windowSize ?? site.feedItems;
  const { identified, channels, channelsOf } = numberChannels(
    identify(sources, ledger, site, publication, adopted),
    { ledger, site, size: windowSize, edition },
  );
  for (const one of identityProblems(identified, site, ledger, authority)) problems.push(one);
  for (const one of patternProblems(identified, site)) problems.push(one);
  for (const one of idleSettings(input.site, all)) problems.push(one);
  const resolved = resolveArticles(identified, input, problems);
  const articles = resolved.filter(({ page }) => !page);
  for (const one of adoptedProblems(adopted, identified, ledger)) problems.push(one);
  for (const one of oldFeedProblems(adopted, channels)) problems.push(one);
  const past = withMachinePast(
    pastOf(identified.records, withOldFeeds(site, adopted), ledger.documents),
    identified.records,
    site.articleFormats,
    ledger.documents,
  );
  for (const one of past.problems) problems.push(one);
  return {
    input,
    startedMs,
    site,
    edition,
    settings: settingsDigest(site),
    remembered: {
      authority,
      windowSize,
      permalink: addressRules(site),
    },
    records: identified.records,
    articles,
    // Not in the order of files: new ones come in another than known ones.
    standing: resolved.filter(({ page }) => page).sort((a, b) => a.ordinal - b.ordinal),
    channels,
    channelsOf,
    past,
    problems,
  };
}

/** Gives each standing page that names no address one below the site's root: `about.md` is `/about`. */
export function withStandingAddresses(
  sources: readonly Source[],
  adopted: Adopted = NOTHING_ADOPTED,
): readonly Source[] {
  if (!sources.some(({ page }) => page)) return sources;
  const old = new Set(adopted.articles.flatMap(({ path, address }) => (address === null ? [] : path)));
  return sources.map((source) => {
    if (old.has(source.path)) return source;
    const { page, visibility, permalink, addressing } = source;
    if (!page || visibility === "unlisted" || permalink !== null || addressing?.pattern !== undefined)
      return source;
    const { language } = addressing ?? {};
    const folder = language === undefined ? "" : `/${encodeURIComponent(language)}`;
    return { ...source, permalink: `${folder}/${firstSlug(source)}` };
  });
}
