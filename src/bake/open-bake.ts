import type { Adopted } from "../article/adopted.ts";
import { NOTHING_ADOPTED } from "../article/adopted.ts";
import type { Article } from "../article/article.ts";
import type { Media } from "../article/media.ts";
import type { NamedChannel } from "../article/named-channel.ts";
import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import type { SocialCards } from "../article/social-card.ts";
import type { Source } from "../article/source.ts";
import type { EpochSeconds } from "../article/values.ts";
import { addressRules } from "../ledger/address-rules.ts";
import { authorityOf } from "../ledger/authority.ts";
import { chooseBeside } from "../ledger/choose-beside.ts";
import type { Identification } from "../ledger/identify.ts";
import { identify } from "../ledger/identify.ts";
import type { ArticleRecord, Ledger } from "../ledger/ledger.ts";
import { nextEdition } from "../ledger/ledger.ts";
import type { SiteMemory } from "../ledger/memory.ts";
import { sealedArticles } from "../ledger/sealed.ts";
import { HUB_ADDRESS } from "../representation/hub-message.ts";
import { mayBecomeOwn, WELL_KNOWN } from "../representation/own-addresses.ts";
import type { KnownDocument } from "./bake-document.ts";
import { aheadProblems, editionAfter } from "./old-feeds/edition-after.ts";
import type { OldFeedEntry } from "./old-feeds/old-feed-entries.ts";
import { feedSlugProblems, oldFeedEntries } from "./old-feeds/old-feed-entries.ts";
import { oldFeedProblems, withOldFeeds } from "./old-feeds/old-feeds.ts";
import { withOldShow } from "./old-feeds/old-show.ts";
import { chooseLeading } from "./places/choose-leading.ts";
import { hiddenPlaces } from "./places/hidden-places.ts";
import { numberChannels } from "./places/number-channels.ts";
import { resolveArticles } from "./places/resolve-articles.ts";
import { withImageUrls, withMediaDigests, withMediaTargets } from "./places/site-media.ts";
import { withFreePattern } from "./places/site-pattern.ts";
import type { SheetFiles } from "./places/standard-icon.ts";
import { withStandardIcon } from "./places/standard-icon.ts";
import { withStandingAddresses } from "./places/standing-addresses.ts";
import { adoptedProblems } from "./problems/adopted-problems.ts";
import { hubProblems } from "./problems/hub-problems.ts";
import { identityProblems } from "./problems/identity-problems.ts";
import { idleSettings } from "./problems/idle-settings.ts";
import { patternProblems } from "./problems/pattern-problems.ts";
import { withIconPlaces } from "./redirects/icon-places.ts";
import { withMachinePast } from "./redirects/machine-past.ts";
import { withoutMovedPages } from "./redirects/moved-pages.ts";
import type { Past } from "./redirects/redirects.ts";
import { pastOf } from "./redirects/redirects.ts";
import { instantsAhead } from "./seal/instants-ahead.ts";
import { renewedFrom } from "./seal/renewed-from.ts";
import { visibleMedia } from "./seal/visible-media.ts";
import { settingsDigest } from "./settings-digest.ts";

/** All that a bake depends on. */
export interface BakeInput {
  readonly site: Site;
  /** Walked once a bake, and not kept. */
  readonly sources: Iterable<Source>;
  readonly media: readonly Media[];
  /** What readers of an old site know. */
  readonly adopted?: Adopted;
  /** Pictures of headlines, where the site asks for them. */
  readonly cards?: SocialCards;
  /** CSS of the pages. */
  readonly stylesheet: string;
  /** CSS of the code and formulas of articles; apart, so that only pages that have some name it. */
  readonly textStylesheet: string;
  /** CSS of the feeds. */
  readonly feedStylesheet: string;
  /** The icon of sites that have none; without it there is the drawing alone. */
  readonly sheet?: SheetFiles;
  /** Writes clean HTML as Markdown; without it HTML stays, which is Markdown too. */
  readonly toMarkdown?: (html: string) => string;
  /** What was published before, as of `now`. */
  readonly ledger: Ledger;
  /** Whether every feed gets a new edition, also those that say what they said. */
  readonly renewFeeds?: boolean;
  readonly now: EpochSeconds;
  /** Articles that have got their ids and addresses, and are not published yet. */
  readonly minted?: readonly ArticleRecord[];
  /** Sections in the head of every page, where they are chosen already: what comes by itself changes no other page. */
  readonly leadingSections?: readonly string[];
  /** What was published later than this counts as published now: others may have seen a state without it. */
  readonly renewedSince?: EpochSeconds;
  /** The host that ids begin with where neither the settings nor the ledger name one. */
  readonly idHost?: string;
  /** What an earlier bake found, by storage key; it saves work and changes nothing. */
  readonly known?: ReadonlyMap<string, KnownDocument>;
  /** Milliseconds, for the timings only. */
  readonly clock: () => number;
}

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
}

/** Gives articles their identity, address and place. Throws `ClockBehindError`. */
export function openBake(given: BakeInput): OpenBake {
  const { now, minted = sealedArticles(given.ledger), renewedSince = null } = given;
  const walked = [...given.sources];
  const isExpired = ({ expires = Infinity }: Source) => expires <= now;
  const all = walked.filter((source) => !isExpired(source));
  const { sources: written, site: whole, waiting: moving } = withoutMovedPages(all, given.site, now);
  const { ledger, adopted = NOTHING_ADOPTED } = given;
  const startedMs = given.clock();
  const problems: Problem[] = [];
  const free = withFreePattern(withOldShow(whole, adopted), problems);
  const own = withImageUrls(free, given.media, problems);
  const { site, files: standardIcon } = withStandardIcon(own, given.sheet);
  const edition = editionAfter(adopted, nextEdition(ledger, now));
  const authority = authorityOf(site, ledger, now, given.idHost ?? null);
  const sources = withMediaDigests(withStandingAddresses(written, adopted), given.media);
  const reserved = site.hub ? new Set([...WELL_KNOWN, HUB_ADDRESS]) : WELL_KNOWN;
  const publication = { now, edition, authority, reserved, mayBecomeOwn, minted };
  const found = identify(sources, ledger, site, publication, adopted);
  const renewed = renewedSince === null ? found : renewedFrom(found, renewedSince, edition);
  const windowSize = ledger.windowSize ?? site.feedItems;
  const numbering = { ledger, site, size: windowSize, edition };
  const { identified, channels, channelsOf } = numberChannels(chooseBeside(renewed), numbering);
  const leadingSections = given.leadingSections ?? chooseLeading(ledger, identified, channels);
  const waiting = [...identified.waiting, ...moving];
  const hidden = [...walked.filter(isExpired), ...waiting.map(({ source }) => source)];
  const media = [...visibleMedia(given.media, identified, hidden), ...standardIcon];
  const comesLater = () => {
    const then = Math.max(...waiting.map(({ until }) => until));
    const next = { ...ledger, articles: identified.records };
    const { records } = identify(sources, next, site, { ...publication, now: then }, adopted);
    return { records, redirects: withoutMovedPages(all, given.site, then).site.redirects };
  };
  const paths = hidden.map(({ path }) => path);
  const { places, leading: targets } = hiddenPlaces(
    paths,
    whole,
    identified.records,
    waiting.length === 0 ? null : comesLater,
  );
  const input = { ...given, site: { ...whole, ...targets }, media };
  const shown = { ...site, ...targets };
  for (const one of identityProblems(identified, site, ledger, authority)) problems.push(one);
  for (const one of patternProblems(identified, site)) problems.push(one);
  for (const one of idleSettings(whole, all)) problems.push(one);
  const resolved = resolveArticles(identified, { ...input, hidden: places }, problems);
  const articles = resolved.filter(({ page }) => !page);
  for (const one of adoptedProblems(adopted, identified, ledger)) problems.push(one);
  const oldFeeds = oldFeedEntries(adopted, site, channels);
  for (const one of oldFeedProblems(oldFeeds, channels)) problems.push(one);
  for (const one of feedSlugProblems(site, channels)) problems.push(one);
  for (const one of aheadProblems(oldFeeds, edition)) problems.push(one);
  const led = withMediaTargets(withOldFeeds(shown, oldFeeds, channels), input.media);
  const past = withIconPlaces(
    withMachinePast(
      pastOf(identified.records, led, ledger.documents),
      identified.records,
      site.articleFormats,
      ledger.documents,
    ),
    site,
    resolved,
  );
  for (const one of hubProblems(site, resolved)) problems.push(one);
  for (const one of past.problems) problems.push(one);
  const leaving = walked.flatMap((source) =>
    source.expires !== undefined && source.expires > now ? { source, until: source.expires } : [],
  );
  const instants = instantsAhead([...waiting, ...leaving], now);
  return {
    given: instants.length === 0 ? given : { ...given, sources: walked },
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
    records: identified.records,
    articles,
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
  };
}
