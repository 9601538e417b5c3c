import type { Site } from "../article/site.ts";
import { hostOf, isNobodys, isShared } from "../ledger/authority.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { changedOrdinals } from "../ledger/records/changed-records.ts";
import { countThere } from "../ledger/records/told-records.ts";

/** Why a folder is taken for another site than the one that a store holds. */
export type OtherSite =
  | { readonly kind: "authority"; readonly held: string; readonly asked: string }
  | { readonly kind: "nameless"; readonly held: string }
  | { readonly kind: "articles"; readonly held: string; readonly found: number; readonly of: number };

/** Fewer lost articles say nothing about a site whose ids would begin as those that the store holds. */
const FEWEST_LOST = 3;

/**
 * Compares what a store holds with what a folder would make of it. Where the settings name an
 * authority, that decides; a folder that names nothing is never a site that has a name. Else they are
 * two sites where less than half of the published articles is found again: under another host with the
 * same text, since files of one name are in many folders. Null where they are one, or where nothing
 * tells them apart. `host` is the one that new ids would begin with.
 */
export function otherSite(
  before: Ledger,
  next: Ledger,
  { authority, homeHost }: Pick<Site, "authority" | "homeHost">,
  host: string | null,
): OtherSite | null {
  const held = before.authority;
  if (held === null || authority === held) return null;
  if (authority !== null && !isNobodys(held)) return { kind: "authority", held, asked: authority };
  const isNamed = authority !== null || homeHost !== null;
  const isKnown = isShared(held) || [homeHost, host].includes(hostOf(held));
  if (!isNamed && !isKnown && !isNobodys(held)) return { kind: "nameless", held };
  const published = countThere(before.articles);
  const lost = [...changedOrdinals(next.articles, before.articles)].filter((ordinal) => {
    const [old, record] = [before.articles.at(ordinal), next.articles.at(ordinal)];
    const isFound = record?.deleted === null && (isKnown || !isNamed || record.digest === old?.digest);
    return old?.deleted === null && !isFound;
  }).length;
  const found = published - lost;
  if (found * 2 >= published || (isKnown && lost < FEWEST_LOST)) return null;
  return { kind: "articles", held, found, of: published };
}
