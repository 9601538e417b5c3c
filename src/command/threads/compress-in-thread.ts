import { storeBody } from "../../bake/compress.ts";
import { Spool } from "../../folder/spool.ts";
import type { CompressResult, CompressTask, SpooledValue } from "./tasks.ts";

/** One file a thread, for as long as the thread lives. */
let spool: Spool | null = null;

/** Compresses bodies, and puts the values away in a file. */
export function compressInThread({ folder, bytes, bodies }: CompressTask): CompressResult {
  spool ??= new Spool(folder, 0);
  const values: SpooledValue[] = [];
  let from = 0;
  for (const { kind, sizeBytes, index } of bodies) {
    const { value, stored } = storeBody(kind, bytes.subarray(from, from + sizeBytes), index);
    values.push({ at: spool.append(value), stored });
    from += sizeBytes;
  }
  return { file: spool.file, values };
}
