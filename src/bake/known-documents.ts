import type { Summed } from "../article/sum.ts";
import { Sum } from "../article/sum.ts";
import type { SumSet } from "../article/sum-set.ts";
import type { DocumentRecord } from "../ledger/ledger.ts";
import type { Output } from "../render/output.ts";
import type { Memories } from "./memories.ts";

/**
 * What an earlier bake found, each as one sum: that a document with this key, made from this under these
 * settings, has that digest, which tells its edition too.
 */
export type KnownDocuments = Pick<SumSet, "has" | "size">;

/** Sums up what is known of a document with such a record. It counts until the next one is summed up. */
export type DocumentSum = (output: Output, record: DocumentRecord) => Summed;

/** Sums up documents under settings, with what is remembered beside them. */
export function documentSum(settings: string, memories: Memories): DocumentSum {
  const around = new Sum().text(settings).read();
  const sum = new Sum();
  return (output, { digest }) => {
    sum.clear().add(around);
    // The page of an article is made from what tells both.
    if (output.article === undefined) sum.text(output.key).text(JSON.stringify(memories(output.key)));
    output.madeFrom(sum);
    return sum.text(digest);
  };
}
