import { asciiJson } from "./ascii-json.ts";
import { storedBytes } from "./codings.ts";
import { decodeMetadata, decodeWithMemory } from "./decode-metadata.ts";
import { encodeMetadata } from "./encode-metadata.ts";
import { joinedBytes } from "./joined-bytes.ts";
import type { BucketSource, Representation, RepresentationMetadata } from "./representation.ts";

/** What a document becomes at an instant. */
export interface SealedState {
  /** Whole seconds since 1970. */
  readonly at: number;
  /** Null where nothing stands there from then on. */
  readonly representation: Representation | null;
}

/** A state as it lies in a value. */
export interface StoredState {
  readonly at: number;
  readonly metadata: RepresentationMetadata | null;
  /** Where its parts begin in the value, in bytes. */
  readonly offset: number;
}

/**
 * Puts later states of a document behind its present one, with a table of them at the end: one value,
 * one write. `present` is null where nothing stands there yet; then the first of `states` is there from
 * its instant on. `digest` stands for what the states are. Made when it is asked for: values may be read
 * anew each time.
 */
export function withSealedStates(
  present: Representation | null,
  states: readonly SealedState[],
  digest: string,
): Representation {
  const [first, ...others] = states;
  const base = present ?? first?.representation;
  if (base == null) throw new RangeError("a document needs a state in which something stands there");
  const later = present === null ? others : states;
  const from = present === null ? first?.at : undefined;
  return new SealedRepresentation(base, from, later, digest);
}

class SealedRepresentation implements Representation {
  readonly #base: Representation;
  readonly #from: number | undefined;
  readonly #later: readonly SealedState[];
  readonly #digest: string;

  constructor(base: Representation, from: number | undefined, later: readonly SealedState[], digest: string) {
    this.#base = base;
    this.#from = from;
    this.#later = later;
    this.#digest = digest;
  }

  get metadata(): RepresentationMetadata {
    const { metadata } = this.#base;
    const [next] = this.#later;
    return {
      ...metadata,
      ...(this.#from !== undefined && { from: this.#from }),
      ...(next && { sealed: { at: next.at, tableBytes: this.#table().byteLength, digest: this.#digest } }),
    };
  }

  get object(): BucketSource | undefined {
    return this.#base.object;
  }

  get value(): Uint8Array {
    const states = this.#later.map(({ representation }) => representation?.value ?? new Uint8Array());
    return joinedBytes([this.#base.value, ...states, this.#table()]);
  }

  #table(): Uint8Array {
    if (this.#later.length === 0) return new Uint8Array();
    const rows = this.#later.map(({ at, representation }) => [
      at,
      representation && encodeMetadata(representation.metadata),
    ]);
    return asciiJson(JSON.stringify(rows));
  }
}

/** The states that lie behind the present one, in order; null where the value holds no such table. */
export function openSealedStates(
  value: Uint8Array,
  { stored, sealed }: RepresentationMetadata,
  decode: typeof decodeMetadata = decodeMetadata,
): readonly StoredState[] | null {
  if (sealed === undefined) return [];
  const rows = rowsIn(value.subarray(value.byteLength - sealed.tableBytes));
  if (rows === null) return null;
  let offset = storedBytes(stored);
  const states: StoredState[] = [];
  for (const row of rows) {
    const [at, encoded]: unknown[] = Array.isArray(row) ? row : [];
    const metadata = encoded === null ? null : decode(encoded);
    if (typeof at !== "number" || (encoded !== null && metadata === null)) return null;
    states.push({ at, metadata, offset });
    offset += metadata === null ? 0 : storedBytes(metadata.stored);
  }
  return offset + sealed.tableBytes === value.byteLength ? states : null;
}

/**
 * What stands under a key at a second since 1970, of its whole value; null where nothing does then. Throws
 * a RangeError where the value holds no table of its states.
 */
export function stateAt(value: Uint8Array, metadata: RepresentationMetadata, now: number): ShownState | null {
  if ((metadata.from ?? 0) > now) return null;
  const states = openSealedStates(value, metadata);
  if (states === null) throw new RangeError("a value holds no table of its sealed states");
  const place = states.findLastIndex(({ at }) => at <= now);
  const { metadata: shown, offset } = states[place] ?? { metadata, offset: 0 };
  if (shown === null) return null;
  const { from: _, sealed: __, ...state } = shown;
  const part = value.subarray(offset, offset + storedBytes(state.stored));
  return { metadata: state, value: part, changesAt: states[place + 1]?.at ?? null };
}

/** A document at one instant. */
export interface ShownState extends Representation {
  /** When it becomes another one by itself; null where it stays. */
  readonly changesAt: number | null;
}

/** Its later states with what the publisher's memory can be rebuilt from. */
export function rememberedStates(value: Uint8Array, metadata: RepresentationMetadata) {
  return openSealedStates(value, metadata, decodeWithMemory);
}

function rowsIn(table: Uint8Array): readonly unknown[] | null {
  try {
    const rows: unknown = JSON.parse(Array.from(table, (byte) => String.fromCharCode(byte)).join(""));
    return Array.isArray(rows) ? rows : null;
  } catch {
    return null;
  }
}
