import { NOTHING_ADOPTED } from "../article/adopted.ts";
import type { Article } from "../article/article.ts";
import type { NamedChannel } from "../article/named-channel.ts";
import type { Problem } from "../article/problem.ts";
import type { RememberedArticle } from "../article/remembered-article.ts";
import type { Site } from "../article/site.ts";
import type { Source } from "../article/source.ts";
import type { EpochSeconds } from "../article/values.ts";
import { addressRules } from "../ledger/address-rules.ts";
import { authorityOf } from "../ledger/authority.ts";
import type { Identification } from "../ledger/identification.ts";
import type { ArticleRecord } from "../ledger/ledger.ts";
import { nextEdition } from "../ledger/ledger.ts";
import type { SiteMemory } from "../ledger/memory.ts";
import type { BakeInput } from "./bake-input.ts";
import { aheadProblems, editionAfter } from "./old-feeds/edition-after.ts";
import type { OldFeedEntry } from "./old-feeds/old-feed-entries.ts";
import { feedSlugProblems, oldFeedEntries } from "./old-feeds/old-feed-entries.ts";
import { oldFeedProblems } from "./old-feeds/old-feeds.ts";
import { withOldShow } from "./old-feeds/old-show.ts";
import { chooseLeading } from "./places/choose-leading.ts";
import { hiddenPlaces } from "./places/hidden-places.ts";
import { resolveArticles } from "./places/resolve-articles.ts";
import { withImageUrls } from "./places/site-media.ts";
import { withFreePattern } from "./places/site-pattern.ts";
import { withStandardIcon } from "./places/standard-icon.ts";
import { adoptedProblems } from "./problems/adopted-problems.ts";
import { hubProblems } from "./problems/hub-problems.ts";
import { identityProblems } from "./problems/identity-problems.ts";
import { idleSettings } from "./problems/idle-settings.ts";
import { patternProblems } from "./problems/pattern-problems.ts";
import { withoutMovedPages } from "./redirects/moved-pages.ts";
import type { Past } from "./redirects/redirects.ts";
import type { RememberableSite } from "./remembered/rememberable-articles.ts";
import { redirectsDigest, rememberableArticles } from "./remembered/rememberable-articles.ts";
import { instantsAhead } from "./seal/instants-ahead.ts";
import { visibleMedia } from "./seal/visible-media.ts";
import { settingsDigest } from "./settings-digest.ts";
import { siteIdentities } from "./site-identities.ts";
import { sitePast } from "./site-past.ts";
import { allOf, reachThatStays, stayingArticles, toldOf, withAllSources } from "./staying-articles.ts";

/** A site whose articles have their places, before any document is made. */
export interface OpenBake {
  /** As it was given, its sources in a list where some of them come or go later. */
  readonly given: BakeInput;
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
  /** Feeds of an old site that go on. */
  readonly oldFeeds: readonly OldFeedEntry[];
  readonly past: Past;
  /** Articles that come later, and when. */
  readonly waiting: Identification["waiting"];
  /** Articles that go by themselves, and when. */
  readonly leaving: Identification["waiting"];
  /** When articles come or go by themselves, in order. */
  readonly instants: readonly EpochSeconds[];
  readonly problems: readonly Problem[];
  /** What a later bake may go by in the place of files that stay as they are. */
  readonly rememberable: RememberableSite;
}

/** Gives articles their identity, address and place. Throws `ClockBehindError`. */
export function openBake(given: BakeInput): OpenBake {
  const { now, ledger, adopted = NOTHING_ADOPTED } = given;
  const sources = stayingArticles(given);
  const { told: walked, staying } = sources;
  const isExpired = ({ expires = Infinity }: Source) => expires <= now;
  const all = walked.filter((source) => !isExpired(source));
  const { sources: written, site: whole, waiting: moving } = withoutMovedPages(all, given.site, now);
  const startedMs = given.clock();
  const problems: Problem[] = [];
  const free = withFreePattern(withOldShow(whole, adopted), problems);
  const own = withImageUrls(free, given.media, problems);
  const { site, files: standardIcon } = withStandardIcon(own, given.sheet);
  const edition = editionAfter(adopted, nextEdition(ledger, now));
  const authority = authorityOf(site, ledger, now, given.idHost ?? null);
  const windowSize = ledger.windowSize ?? site.feedItems;
  const publishing = { site, edition, authority, windowSize };
  const { identified, channels, channelsOf, recordsAt } = siteIdentities(written, staying, publishing, given);
  const leadingSections = given.leadingSections ?? chooseLeading(ledger, identified, channels);
  const waiting = [...identified.waiting, ...moving];
  // What comes by itself decides what others may say of it until then.
  if (waiting.length > 0 && staying.length > 0) return openBake(withAllSources(given, sources));
  const hidden = [...walked.filter(isExpired), ...waiting.map(({ source }) => source)];
  const media = [...visibleMedia(given.media, identified, hidden), ...standardIcon];
  const comesLater = () => {
    const then = Math.max(...waiting.map(({ until }) => until));
    return { records: recordsAt(then), redirects: withoutMovedPages(all, given.site, then).site.redirects };
  };
  const { records } = identified;
  const later = waiting.length === 0 ? null : comesLater;
  const paths = hidden.map(({ path }) => path);
  const { places, leading: targets } = hiddenPlaces(paths, whole, records, later);
  const input = { ...given, site: { ...whole, ...targets }, media };
  const shown = { ...site, ...targets };
  const looked = toldOf(identified);
  const ofPlaces = [
    ...identityProblems(looked, site, ledger, authority),
    ...patternProblems(looked, site),
    ...idleSettings(whole, allOf(all, staying)),
  ];
  for (const one of ofPlaces) problems.push(one);
  const redirects = redirectsDigest(whole);
  const staysThere = reachThatStays(identified, ledger.articles);
  const leadsAsBefore = redirects === given.remembered?.redirects;
  const stays = ({ reach }: RememberedArticle) => reach === "none" || (leadsAsBefore && staysThere[reach]);
  const resolved = resolveArticles(identified, { ...input, hidden: places, stays }, problems);
  const oldFeeds = oldFeedEntries(adopted, site, channels);
  const past = sitePast(shown, { records, articles: resolved, channels, oldFeeds, media }, ledger);
  const ofFeeds = [
    ...adoptedProblems(adopted, identified, ledger),
    ...oldFeedProblems(oldFeeds, channels),
    ...feedSlugProblems(site, channels),
    ...aheadProblems(oldFeeds, edition),
    ...hubProblems(site, resolved),
    ...past.problems,
  ];
  for (const one of ofFeeds) problems.push(one);
  const leaving = walked.flatMap((source) =>
    source.expires !== undefined && source.expires > now ? { source, until: source.expires } : [],
  );
  const instants = instantsAhead([...waiting, ...leaving], now);
  return {
    given: instants.length === 0 ? given : withAllSources(given, sources),
    input,
    startedMs,
    site: shown,
    edition,
    settings: settingsDigest(site),
    remembered: {
      authority,
      windowSize,
      permalink: addressRules(site),
      ...(leadingSections.length > 0 && { leadingSections }),
    },
    records,
    articles: resolved.filter(({ page }) => !page),
    waiting,
    leaving,
    instants,
    // Not in the order of files: new ones come in another than known ones.
    standing: resolved.filter(({ page }) => page).sort((a, b) => a.ordinal - b.ordinal),
    channels,
    channelsOf,
    oldFeeds,
    past,
    problems,
    rememberable: {
      articles: rememberableArticles({ identified: identified.articles, resolved, media, problems, now }),
      redirects,
    },
  };
}
