import * as v from "valibot";

/** The frame of every JSON answer. */
const ENVELOPE = v.object({
  success: v.boolean(),
  errors: v.optional(v.array(v.object({ code: v.number(), message: v.string() })), []),
  result: v.optional(v.unknown()),
  result_info: v.optional(v.nullable(v.object({ cursor: v.optional(v.nullable(v.string())) }))),
});

/** What every JSON answer of Cloudflare's API has around its result. */
export type Envelope = v.InferOutput<typeof ENVELOPE>;

/** Null for what is no JSON of Cloudflare's, such as a page of something in between. */
export function decodeEnvelope(body: unknown): Envelope | null {
  const parsed = v.safeParse(ENVELOPE, body);
  return parsed.success ? parsed.output : null;
}
