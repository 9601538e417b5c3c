import { MOST_PIXELS } from "./load-sharp.ts";

/** What is wrong with a picture, by what the decoder says of it, and how to fix it. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [
    /exceeds pixel limit/i,
    `has more than ${MOST_PIXELS / 1_000_000} million pixels; save it as a smaller picture, 4,000 pixels wide for example`,
  ],
  [/too large for/i, "is too long in one direction to be shown; cut it, or save it as a smaller picture"],
  [/timeout/i, "takes longer than a minute to decode; save it anew as JPEG or PNG"],
  [/changed while/i, "changed while it was read; bake again"],
];

const DAMAGED = "is damaged, and would show in part or not at all; save it anew, or restore it from a copy";

/** Says of a picture that could not be made what to do about it. */
export function pictureFault(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  return FAULTS.find(([sign]) => sign.test(said))?.[1] ?? DAMAGED;
}
