import type { PlainMetadata } from "../../bake/store-representation.ts";
import { storeRepresentation } from "../../bake/store-representation.ts";
import type { Spool } from "../../cache/spool.ts";
import type { CompressResult, CompressTask, SpooledStretch } from "./tasks.ts";

/** Compresses bodies, and puts the representations away in the file of a spool. */
export function compressParts({ bytes, parts }: CompressTask, spool: Spool): CompressResult {
  const stretches: SpooledStretch[] = [];
  const shared = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let from = 0;
  for (const { metadataBytes, bodyBytes, items } of parts) {
    const bodyAt = from + metadataBytes;
    const body = bytes.subarray(bodyAt, bodyAt + bodyBytes);
    const plain = JSON.parse(shared.toString("utf8", from, bodyAt)) as PlainMetadata;
    const { metadata, value } = storeRepresentation(plain, body, items);
    const told = Buffer.from(JSON.stringify(metadata));
    stretches.push([spool.append(Buffer.concat([told, value])), told.byteLength, value.byteLength]);
    from = bodyAt + bodyBytes;
  }
  return { file: spool.file, stretches };
}
