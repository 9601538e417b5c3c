import { NOTHING_ADOPTED } from "../article/adopted.ts";
import type { Site } from "../article/site.ts";
import type { Source } from "../article/source.ts";
import type { StayingArticles } from "../article/staying-articles.ts";
import type { EpochSeconds } from "../article/values.ts";
import { chooseBeside } from "../ledger/choose-beside.ts";
import { identify } from "../ledger/identify.ts";
import type { ArticleRecords } from "../ledger/records/article-records.ts";
import { sealedArticles } from "../ledger/sealed.ts";
import { HUB_ADDRESS } from "../representation/hub-message.ts";
import { mayBecomeOwn, WELL_KNOWN } from "../representation/own-addresses.ts";
import type { BakeInput } from "./bake-input.ts";
import type { NumberedChannels } from "./places/number-channels.ts";
import { numberChannels } from "./places/number-channels.ts";
import { withMediaDigests } from "./places/site-media.ts";
import { withStandingAddresses } from "./places/standing-addresses.ts";
import { renewedFrom } from "./seal/renewed-from.ts";

/** Under whose name a site publishes, and how. */
interface Publishing {
  readonly site: Site;
  readonly edition: EpochSeconds;
  readonly authority: string;
  readonly windowSize: number;
}

/** The articles of a site under their ids and addresses, numbered in its channels. */
export interface SiteIdentities extends NumberedChannels {
  /** Every article ever published as of a later instant, when those have come that wait for it. */
  readonly recordsAt: (then: EpochSeconds) => ArticleRecords;
}

/** Gives the sources of a site their identities; those that stay have theirs. */
export function siteIdentities(
  written: readonly Source[],
  staying: StayingArticles,
  { site, edition, authority, windowSize }: Publishing,
  given: BakeInput,
): SiteIdentities {
  const {
    ledger,
    now,
    adopted = NOTHING_ADOPTED,
    minted = sealedArticles(ledger),
    renewedSince = null,
  } = given;
  const sources = withMediaDigests(withStandingAddresses(written, adopted), given.media);
  const reserved = site.hub ? new Set([...WELL_KNOWN, HUB_ADDRESS]) : WELL_KNOWN;
  const publication = { now, edition, authority, reserved, mayBecomeOwn, minted };
  const found = identify(sources, ledger, site, publication, adopted, staying);
  const renewed = renewedSince === null ? found : renewedFrom(found, renewedSince, edition);
  const numbered = numberChannels(chooseBeside(renewed), { ledger, site, size: windowSize, edition });
  const next = { ...ledger, articles: numbered.identified.records };
  const recordsAt = (then: EpochSeconds) =>
    identify(sources, next, site, { ...publication, now: then }, adopted).records;
  return { ...numbered, recordsAt };
}
