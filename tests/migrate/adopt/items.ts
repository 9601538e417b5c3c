import type { KnownArticle } from "../../../src/migrate/adopt/known-article.ts";
import type { OldItem } from "../../../src/migrate/adopt/read-old-feed.ts";
import { pathOf } from "../../ledger/source-at.ts";

/** 2025-05-09T00:00:00Z */
export const DAY_OF_TIDE = 1_746_748_800;

/** An item of a feed that says nothing, but for some fields. */
export function itemBut(fields: Partial<OldItem> = {}): OldItem {
  return { id: null, written: null, link: null, title: "", published: null, enclosures: [], ...fields };
}

/** An article of a folder, but for some fields. */
export function articleBut({
  path = "tide.md",
  ...fields
}: Partial<Omit<KnownArticle, "path">> & { readonly path?: string } = {}): KnownArticle {
  return {
    path: pathOf(path),
    address: "/articles/tide",
    id: "tag:quay.example,2025:tide",
    ownId: null,
    title: "The tide",
    published: DAY_OF_TIDE,
    isDated: true,
    enclosures: [],
    isPublished: false,
    ...fields,
  };
}
