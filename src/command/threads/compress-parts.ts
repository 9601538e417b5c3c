import { storeBody } from "../../bake/store-representation.ts";
import type { Spool } from "../../cache/spool.ts";
import { storedBytes } from "../../representation/codings.ts";
import type { CompressResult, CompressTask, SpooledStretch } from "./tasks.ts";

/** Compresses bodies, and puts them away in the file of a spool, all at once, each behind its metadata. */
export function compressParts({ bytes, parts }: CompressTask, spool: Spool): CompressResult {
  const waiting: Uint8Array[] = [];
  const lengths: Omit<SpooledStretch, "at">[] = [];
  let from = 0;
  for (const { kind, metadataBytes, bodyBytes, items } of parts) {
    const bodyAt = from + metadataBytes;
    const { stored, value } = storeBody(kind, bytes.subarray(bodyAt, bodyAt + bodyBytes), items);
    waiting.push(bytes.subarray(from, bodyAt), value);
    lengths.push({ metadataBytes, stored });
    from = bodyAt + bodyBytes;
  }
  let at = spool.append(Buffer.concat(waiting));
  const stretches = lengths.map((one) => {
    const stretch = { at, ...one };
    at += one.metadataBytes + storedBytes(one.stored);
    return stretch;
  });
  return { file: spool.file, stretches };
}
