import * as v from "valibot";
import { articleId, contentPath } from "../article/values.ts";
import type { SealedChange } from "./ledger.ts";
import type { ArticleRecord } from "./records/article-record.ts";

const wholeNumber = v.pipe(v.number(), v.integer());
const count = v.pipe(wholeNumber, v.minValue(0));
const text = v.pipe(v.string(), v.nonEmpty());
const address = v.pipe(text, v.startsWith("/"));
const checkedBy = <T>(check: (value: string) => T | null): v.GenericSchema<unknown, T> =>
  v.pipe(
    text,
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const value = check(dataset.value);
      if (value !== null) return value;
      addIssue({ message: "is not what it should be" });
      return NEVER;
    }),
  );

const kind = v.picklist(["tag", "section", "author", "language"]);

/** Kind, name and slug of a channel, as a row. */
export const CHANNEL_ROW = [kind, text, text] as const;

/** The channels of an article, as they are read back. */
export const JOINED = v.pipe(
  v.array(v.union([count, v.pipe(v.tuple([count, count, count]), v.readonly())])),
  v.readonly(),
);

/** What stands beside an article, as it is read back. */
export const BESIDE = v.pipe(v.tupleWithRest([count], count), v.readonly());

/** What is remembered of an article, field by field, as it is read back. */
export const RECORD = {
  ordinal: count,
  path: checkedBy(contentPath),
  id: checkedBy(articleId),
  slug: text,
  address,
  earlier: v.array(address),
  first: count,
  published: wholeNumber,
  updated: wholeNumber,
  digest: text,
  edition: count,
  correction: v.nullable(v.strictObject({ note: text, before: count })),
  deleted: v.nullable(count),
  page: v.exactOptional(v.literal(true)),
  joined: v.exactOptional(JOINED),
  implied: v.exactOptional(v.pipe(v.array(count), v.readonly())),
  beside: v.exactOptional(BESIDE),
};

/** What is remembered of an article, as it is read back. */
export const ARTICLE_RECORD: v.GenericSchema<unknown, ArticleRecord> = v.strictObject(RECORD);

const CHANNELS = v.pipe(
  v.array(v.strictObject({ kind, name: text, slug: text, gap: v.exactOptional(count) })),
  v.readonly(),
);

/** Slugs of sections, as they are read back. */
export const SLUGS = v.pipe(v.array(text), v.readonly());

const DOCUMENT = v.strictObject({
  digest: v.string(),
  edition: count,
  sizeBytes: v.exactOptional(count),
  inBucket: v.exactOptional(v.literal(true)),
});

/** What opens later, as it is read back. */
const SEALED: v.GenericSchema<unknown, readonly SealedChange[]> = v.array(
  v.strictObject({
    at: count,
    named: wholeNumber,
    articles: v.array(ARTICLE_RECORD),
    channels: CHANNELS,
    documents: v.array(v.strictTuple([text, v.nullable(DOCUMENT)])),
  }),
);

/** What is remembered of a site as a whole, as it is read back. */
export const SITE_ENTRIES = {
  authority: v.nullable(text),
  windowSize: v.nullable(v.pipe(wholeNumber, v.minValue(1))),
  permalink: v.nullable(address),
  edition: count,
  leadingSections: v.exactOptional(SLUGS),
  channels: CHANNELS,
  sealed: v.exactOptional(SEALED),
};
