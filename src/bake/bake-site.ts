import { hash } from "node:crypto";
import type { Article, SourceArticle } from "../article/article.ts";
import type { Media } from "../article/media.ts";
import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import type { EpochSeconds } from "../article/values.ts";
import type { Windows } from "../article/windows.ts";
import { mapWindows } from "../article/windows.ts";
import { authorityOf } from "../ledger/authority.ts";
import { nameChannels } from "../ledger/channels.ts";
import type { Identification } from "../ledger/identify.ts";
import { identify } from "../ledger/identify.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { nextEdition } from "../ledger/ledger.ts";
import { tombstonesOf } from "../ledger/tombstones.ts";
import { windowsOf } from "../ledger/windows.ts";
import { newestFirst } from "../render/channel.ts";
import { suggestChannels } from "../render/channel-names.ts";
import { siteOutputs } from "../render/outputs.ts";
import { ADDRESS, ALIASES } from "../representation/addresses.ts";
import { goneRepresentation, movedRepresentation } from "../representation/moved.ts";
import type { Representation } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { addressClash } from "./address-clash.ts";
import type { BakedDocument, Document } from "./bake-document.ts";
import { bakeDocument, bakePast } from "./bake-document.ts";
import { openGate } from "./gate.ts";
import { gatedBody } from "./gated-body.ts";
import { identityProblems } from "./identity-problems.ts";
import { withMediaDigests } from "./media-digests.ts";
import { memoriesOf } from "./memories.ts";
import { pastOf } from "./redirects.ts";
import { resolveArticles } from "./resolve-articles.ts";
import { mediaDocument, outputDocument, stylesheetDocument } from "./site-documents.ts";
import { withImageUrls } from "./site-images.ts";
import { withStandingAddresses } from "./standing-pages.ts";

/** All that a bake depends on. */
export interface BakeInput {
  readonly site: Site;
  readonly sources: readonly SourceArticle[];
  readonly media: readonly Media[];
  /** CSS of the pages. */
  readonly stylesheet: string;
  /** CSS of the feeds. */
  readonly feedStylesheet: string;
  /** What was published before. */
  readonly ledger: Ledger;
  readonly now: EpochSeconds;
  /** Milliseconds, for the timings only. */
  readonly clock: () => number;
}

/** A site, ready to publish. */
export interface BakedSite {
  readonly articles: readonly Article[];
  /** In the order of publishing. */
  readonly documents: readonly BakedDocument[];
  /** The ledger once this is published. */
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
  readonly timings: { readonly renderMs: number; readonly compressMs: number };
}

/**
 * Bakes a site. The same input gives the same output, on any machine. Throws `ClockBehindError`
 * where `now` lies before what was already published.
 */
export function bakeSite(input: BakeInput): BakedSite {
  const { ledger, now, clock } = input;
  const started = clock();
  const imageProblems: Problem[] = [];
  const site = withImageUrls(input.site, input.media, imageProblems);
  let compressMs = 0;
  const edition = nextEdition(ledger, now);
  const authority = authorityOf(site, ledger, now);
  const sources = withMediaDigests(withStandingAddresses(input.sources), input.media);
  const identified = identify(sources, ledger, site, {
    now,
    edition,
    authority,
    reserved: new Set<string>([...Object.values(ADDRESS), ...ALIASES.keys()]),
  });
  const problems = [...imageProblems, ...identityProblems(identified, site, ledger, authority)];
  const resolved = resolveArticles(identified, input, problems);
  const articles = resolved.filter(({ page }) => !page);
  const standing = resolved.filter(({ page }) => page);

  const past = pastOf(identified.records, site);
  problems.push(...past.problems);
  const windowSize = ledger.windowSize ?? site.feedItems;
  const channels = nameChannels(ledger.channels, suggestChannels(site, articles, ledger.channels));
  const remembered = { authority, windowSize, permalink: site.permalink };
  const memories = memoriesOf(identified.records, channels, remembered);

  const documents: BakedDocument[] = [];
  const bake = (document: Document) => {
    const baked = bakeDocument(document, ledger.documents.get(document.key), edition, clock);
    compressMs += baked.compressMs;
    documents.push(baked);
    return baked.representation !== null;
  };
  const style = stylesheetDocument(input.stylesheet, site);
  bake(style);
  // Files with the same bytes have one address.
  const media = new Map(input.media.map((one) => [one.address, one]));
  for (const one of media.values()) bake(mediaDocument(one, site));
  const outputs = siteOutputs({
    site,
    authority,
    articles,
    standing,
    windows: windowsOfArticles(articles, identified, windowSize),
    tombstones: tombstonesOf(identified.records, windowSize),
    channels,
    stylesheet: style.key,
    feedStylesheet: input.feedStylesheet,
  });
  const settings = hash("sha256", JSON.stringify(site), "hex");
  const gate = openGate(articles, edition);
  const taken = new Set<string>();
  const isTaken = (address: string) => {
    if (!taken.has(address)) return !taken.add(address);
    problems.push(addressClash(address, identified.records));
    return true;
  };
  for (const output of outputs) {
    if (isTaken(output.key)) continue;
    const { body, problems: found } = gatedBody(output, gate);
    const changed = bake({ ...outputDocument(output, site, settings, memories(output.key)), body });
    if (changed) problems.push(...found());
  }
  const leave = (path: string, made: (at: EpochSeconds) => Representation) => {
    if (isTaken(path)) return;
    const key = path as StorageKey;
    documents.push(bakePast(key, made, memories(path) ?? undefined, ledger.documents.get(key), edition));
  };
  for (const [from, to] of past.moved) leave(from, (at) => movedRepresentation(to, at));
  for (const path of past.gone) leave(path, goneRepresentation);

  const next: Ledger = {
    ...remembered,
    edition,
    channels,
    articles: identified.records,
    documents: new Map(documents.map(({ key, record }) => [key, record])),
  };
  const timings = { renderMs: clock() - started - compressMs, compressMs };
  return { articles, documents, ledger: next, problems, timings };
}

function windowsOfArticles(
  articles: readonly Article[],
  identified: Identification,
  size: number,
): Windows<Article> {
  const byOrdinal = new Map(articles.map((article) => [article.ordinal, article]));
  return mapWindows(windowsOf(identified.records, size), (ordinals) =>
    newestFirst(ordinals.flatMap((ordinal) => byOrdinal.get(ordinal) ?? [])),
  );
}
