import { addressRows } from "./address-rows.ts";
import { codingRows } from "./coding-rows.ts";
import { completeRows, deltaRows } from "./delta-rows.ts";
import { documentRows } from "./document-rows.ts";
import { faultRows } from "./fault-rows.ts";
import { preconditionRows } from "./precondition-rows.ts";
import { rangeRows } from "./range-rows.ts";
import { redirectRows } from "./redirect-rows.ts";
import type { Row } from "./row.ts";
import type { Sample } from "./sample.ts";

/** Every row of the suite, by topic. */
export function conformanceRows({
  documents,
  complete,
  now,
}: Sample): Readonly<Record<string, readonly Row[]>> {
  const [feed] = documents;
  const image = documents.find(({ kind }) => kind === "media");
  if (!feed || !image) throw new Error("the sample lacks a feed or an image");
  return {
    documents: documents.flatMap(documentRows),
    preconditions: preconditionRows(feed, now),
    "content codings": codingRows(feed),
    deltas: [
      ...documents.filter(({ kind }) => kind === "feed").flatMap(deltaRows),
      ...complete.flatMap(completeRows),
    ],
    ranges: rangeRows(image),
    addresses: addressRows(),
    redirects: redirectRows(),
    faults: faultRows(),
  };
}
