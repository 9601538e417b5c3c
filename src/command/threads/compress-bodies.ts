import { storeBody } from "../../bake/compress.ts";
import type { Spool } from "../../folder/spool.ts";
import type { CompressResult, CompressTask, SpooledValue } from "./tasks.ts";

/** Compresses bodies, and puts the values away in the file of a spool. */
export function compressBodies({ bytes, bodies }: CompressTask, spool: Spool): CompressResult {
  const values: SpooledValue[] = [];
  let from = 0;
  for (const { kind, sizeBytes, index } of bodies) {
    const { value, stored } = storeBody(kind, bytes.subarray(from, from + sizeBytes), index);
    values.push({ at: spool.append(value), stored });
    from += sizeBytes;
  }
  return { file: spool.file, values };
}
