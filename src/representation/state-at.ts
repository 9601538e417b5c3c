import { storedBytes } from "./codings.ts";
import type { RepresentationMetadata } from "./representation.ts";
import { openSealedStates } from "./sealed-states.ts";

/** What stands there, with the part of the value that is its own. */
export interface VisibleState {
  readonly metadata: RepresentationMetadata;
  readonly value: Uint8Array;
}

/**
 * What a whole value shows at a second since 1970: its present state, or the last of its later ones whose
 * instant has passed. Null where nothing stands there then, or the value is damaged.
 */
export function stateAt(
  value: Uint8Array,
  metadata: RepresentationMetadata,
  nowSeconds: number,
): VisibleState | null {
  if ((metadata.from ?? 0) > nowSeconds) return null;
  const states = openSealedStates(value, metadata);
  if (states === null) return null;
  const opened = states.findLast(({ at }) => at <= nowSeconds);
  const shown = opened === undefined ? metadata : opened.metadata;
  if (shown === null) return null;
  const { offset } = opened ?? { offset: 0 };
  return { metadata: shown, value: value.subarray(offset, offset + storedBytes(shown.stored)) };
}
