import { storeBody } from "../../bake/store-representation.ts";
import type { Spool } from "../../cache/spool.ts";
import type { CompressResult, CompressTask, SpooledStretch } from "./tasks.ts";

/** Compresses bodies, and puts them away in the file of a spool, all at once, each behind its metadata. */
export function compressParts({ bytes, parts }: CompressTask, spool: Spool): CompressResult {
  const waiting: Uint8Array[] = [];
  const lengths: Omit<SpooledStretch, "at">[] = [];
  let from = 0;
  for (const { kind, metadataBytes, bodyBytes, items } of parts) {
    const bodyAt = from + metadataBytes;
    const { stored, value } = storeBody(kind, bytes.subarray(bodyAt, bodyAt + bodyBytes), items);
    const told = Buffer.from(`\n${JSON.stringify(stored)}`);
    waiting.push(bytes.subarray(from, bodyAt), told, value);
    lengths.push({ metadataBytes: metadataBytes + told.byteLength, valueBytes: value.byteLength });
    from = bodyAt + bodyBytes;
  }
  let at = spool.append(Buffer.concat(waiting));
  const stretches = lengths.map((one) => {
    const stretch = { at, ...one };
    at += one.metadataBytes + one.valueBytes;
    return stretch;
  });
  return { file: spool.file, stretches };
}
