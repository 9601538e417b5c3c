import * as v from "valibot";
import { StoreError } from "./store.ts";

export const BULK_RESULT = v.nullish(
  v.object({ unsuccessful_keys: v.optional(v.array(v.string()), []) }),
  {},
);
export const TEXTS = v.object({ values: v.record(v.string(), v.nullable(v.string())) });
export const LISTED = v.array(v.object({ name: v.string(), metadata: v.optional(v.unknown(), null) }));

/** Throws `StoreError` where an answer is none of the kind. */
export function decodeAnswer<T extends v.GenericSchema>(schema: T, result: unknown): v.InferOutput<T> {
  const parsed = v.safeParse(schema, result);
  if (parsed.success) return parsed.output;
  throw new StoreError(`Cloudflare's answer does not match its documentation: ${parsed.issues[0].message}`);
}
