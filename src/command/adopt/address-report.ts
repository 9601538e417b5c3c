import type { Judged } from "../../migrate/addresses/judge-addresses.ts";
import { judgeAddresses } from "../../migrate/addresses/judge-addresses.ts";
import { nearestAddress } from "../../migrate/addresses/nearest-address.ts";
import type { OldAddresses } from "../../migrate/addresses/read-addresses.ts";
import type { OldFeed } from "../../migrate/adopt/read-old-feed.ts";
import { QUERY_NAMES, queryPairs } from "../../representation/redirects/listed-query.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";
import type { AddressReport, JudgedAddress } from "../reports/json-reports.ts";
import type { KnownSite } from "./known-site.ts";
import { isOldUrl } from "./old-places.ts";

/** Tells how a site answers for each address of the old one. */
export function addressReport(
  { hits, remarks }: OldAddresses,
  { site, articles, answer }: KnownSite,
  feeds: readonly OldFeed[],
): AddressReport {
  const judged = judgeAddresses(hits, {
    base: site.url,
    isOwn: isOldUrl(
      site,
      feeds.map(({ home, url }) => home ?? url),
    ),
    answer,
    nearest: nearestAddress(articles.map(({ address }) => address)),
  });
  const counts = { here: 0, moved: 0, gone: 0, comments: 0, lost: 0, elsewhere: 0 };
  for (const { answer } of judged) counts[answer.kind] += 1;
  return {
    counts,
    addresses: judged.map(shownAddress),
    redirects: judged.flatMap((one) => redirectLine(one, site.redirectQueries) ?? []),
    remarks,
  };
}

function shownAddress({ address, hits, answer }: Judged): JudgedAddress {
  return {
    address,
    hits,
    answer: answer.kind,
    ...(answer.kind === "moved" && { to: answer.to }),
    ...(answer.kind === "lost" && answer.nearest !== null && { nearest: answer.nearest }),
  };
}

/** A line for `[redirects]`; null where nothing is near, or where the edge could not tell the address from others. */
function redirectLine({ address, answer }: Judged, listed: ReadonlySet<string>): string | null {
  if (answer.kind !== "lost" || answer.nearest === null) return null;
  const [path = ""] = address.split("?", 1);
  const names = queryPairs(address.slice(path.length)).map(([name]) => name);
  const counts = (name: string) => QUERY_NAMES.includes(name) || listed.has(name);
  const from = names.every(counts) ? address : path;
  if (storageKeyOfPath(path) === null || (path === "/" && from === path) || /[*#]|\/:/.test(from))
    return null;
  return `${JSON.stringify(from)} = ${JSON.stringify(answer.nearest)}`;
}
