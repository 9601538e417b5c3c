import { Articles } from "../../src/article/articles.ts";
import { NONE_STAYING } from "../../src/article/staying-articles.ts";
import { SumSet } from "../../src/article/sum-set.ts";
import { keptParts } from "../../src/bake/kept-parts.ts";
import type { OpenBake } from "../../src/bake/open-bake.ts";
import { openBake } from "../../src/bake/open-bake.ts";
import { SeenDocuments } from "../../src/bake/seen-documents.ts";
import type { ArticleRecord } from "../../src/ledger/records/article-record.ts";
import { ledgerBut } from "../ledger/records.ts";
import { inputOf } from "./small-site.ts";
import { articleBut } from "./values.ts";

/** What pages have around them now. */
export const AROUND = { a: 1, b: -2, c: 3 };
const EMPTY = openBake(inputOf({}));

/** A site of which some is as it was. */
export interface Case {
  /** Ordinals of the articles that stay; all others are told anew. */
  readonly stays?: readonly number[];
  readonly records?: readonly ArticleRecord[];
  /** Those of the ledger, where they are others. */
  readonly before?: readonly ArticleRecord[];
  /** How many archive windows there were, by a key of the first. */
  readonly archives?: Readonly<Record<string, number>>;
  /** What pages had around them. */
  readonly around?: string | null;
  readonly isKnown?: boolean;
}

/** What stays of a site, and what was noted of it. */
export function keptOf({
  stays = [],
  records = [],
  before = records,
  archives = {},
  around = "1 -2 3",
  isKnown = true,
}: Case) {
  const { of } = new Articles([], new Int32Array());
  const articles = new Articles(
    records
      .filter(({ ordinal, deleted }) => deleted === null && !stays.includes(ordinal))
      .map(({ ordinal }) => articleBut({ ordinal })),
    Int32Array.from(new Set([...records.map(({ ordinal }) => ordinal), ...stays])),
    { ordinals: stays, of, make: (ordinal) => articleBut({ ordinal }) },
  );
  const ledger = ledgerBut({ articles: before });
  const media = new Map<string, string>();
  const remembered = { articles: NONE_STAYING, media, redirects: "", around, archives };
  const bake: OpenBake = { ...EMPTY, articles, records, input: { ...EMPTY.input, ledger, remembered } };
  const seen = new SeenDocuments(
    records,
    isKnown ? { known: new SumSet(), documents: ledger.documents, articles: records } : null,
  );
  return { kept: keptParts(bake, seen)(AROUND), seen, bake };
}
