import { NOTHING_ADOPTED } from "../article/adopted.ts";
import type { Article } from "../article/article.ts";
import type { Articles } from "../article/articles.ts";
import type { NamedChannel } from "../article/named-channel.ts";
import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import type { Source } from "../article/source.ts";
import type { EpochSeconds } from "../article/values.ts";
import { addressRules } from "../ledger/address-rules.ts";
import { authorityOf } from "../ledger/authority.ts";
import type { Identification } from "../ledger/identification.ts";
import { nextEdition } from "../ledger/ledger.ts";
import type { SiteMemory } from "../ledger/memory.ts";
import type { ArticleRecords } from "../ledger/records/article-records.ts";
import type { BakeInput } from "./bake-input.ts";
import { dressedSite } from "./dressed-site.ts";
import { editionAfter } from "./old-feeds/edition-after.ts";
import type { OldFeedEntry } from "./old-feeds/old-feed-entries.ts";
import { oldFeedEntries } from "./old-feeds/old-feed-entries.ts";
import { chooseLeading } from "./places/choose-leading.ts";
import { hiddenPlaces } from "./places/hidden-places.ts";
import { resolveArticles } from "./places/resolve-articles.ts";
import { siteArticles } from "./places/site-articles.ts";
import { identityProblems } from "./problems/identity-problems.ts";
import { idleSettings } from "./problems/idle-settings.ts";
import { patternProblems } from "./problems/pattern-problems.ts";
import { resolvedProblems } from "./problems/resolved-problems.ts";
import { withoutMovedPages } from "./redirects/moved-pages.ts";
import type { Past } from "./redirects/redirects.ts";
import type { RememberableSite } from "./remembered/rememberable-articles.ts";
import { redirectsDigest, rememberableArticles } from "./remembered/rememberable-articles.ts";
import { instantsAhead } from "./seal/instants-ahead.ts";
import { leavingSources } from "./seal/leaving-sources.ts";
import { visibleMedia } from "./seal/visible-media.ts";
import { settingsDigest } from "./settings-digest.ts";
import { siteIdentities } from "./site-identities.ts";
import { sitePast } from "./site-past.ts";
import { stayingArticles, whoStays, withAllSources, withStaying } from "./staying-articles.ts";

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
  readonly records: ArticleRecords;
  readonly articles: Articles;
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

/** What nobody will remember. */
const NOTHING: Omit<RememberableSite, "redirects"> = { stays: new Int32Array(), articles: [] };

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
  const { site, files: standardIcon } = dressedSite(whole, adopted, given, problems);
  const edition = editionAfter(adopted, nextEdition(ledger, now));
  const authority = authorityOf(site, ledger, now, given.idHost ?? null);
  const windowSize = ledger.windowSize ?? site.feedItems;
  const publishing = { site, edition, authority, windowSize };
  const { identified, channels, channelsOf, recordsAt } = siteIdentities(written, staying, publishing, given);
  const leadingSections = given.leadingSections ?? chooseLeading(ledger, identified, channels);
  const waiting = [...identified.waiting, ...moving];
  // What comes by itself decides what others may say of it until then.
  if (waiting.length > 0 && staying.list.length > 0) return openBake(withAllSources(given, sources));
  const hidden = [...walked.filter(isExpired), ...waiting.map(({ source }) => source)];
  const media = [...visibleMedia(given.media, identified, hidden), ...standardIcon];
  const last = Math.max(...waiting.map(({ until }) => until));
  const redirectsThen = () => withoutMovedPages(all, given.site, last).site.redirects;
  const comesLater = () => ({ records: recordsAt(last), redirects: redirectsThen() });
  const { records } = identified;
  const paths = hidden.map(({ path }) => path);
  const later = waiting.length === 0 ? null : comesLater;
  const { places, leading: targets } = hiddenPlaces(paths, whole, records, later);
  const input = { ...given, site: { ...whole, ...targets }, media };
  const shown = { ...site, ...targets };
  for (const one of identityProblems(identified, site, ledger, authority)) problems.push(one);
  for (const one of patternProblems(identified, site)) problems.push(one);
  problems.push(...idleSettings(whole, () => withStaying(all, staying)));
  const redirects = redirectsDigest(whole);
  const stays = whoStays(identified, redirects, given);
  const resolved = resolveArticles(identified, { ...input, hidden: places, stays }, problems);
  const around = { media, origin: site.url, hasHidden: hidden.length > 0 };
  const resolution = { identified, resolved, problems, ...around };
  const { articles, standing } = siteArticles(identified, resolved, ledger.articles.length);
  const oldFeeds = oldFeedEntries(adopted, site, channels);
  const past = sitePast(shown, { records, articles, standing, channels, oldFeeds, media }, ledger);
  const placed = { site, adopted, identified, articles, standing, channels, oldFeeds, past, edition };
  for (const one of resolvedProblems(placed, ledger)) problems.push(one);
  const leaving = leavingSources(walked, now);
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
    articles,
    waiting,
    leaving,
    instants,
    standing,
    channels,
    channelsOf,
    oldFeeds,
    past,
    problems,
    rememberable: { ...(given.isForgotten ? NOTHING : rememberableArticles(resolution)), redirects },
  };
}
