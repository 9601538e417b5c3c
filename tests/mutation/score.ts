import type { Equivalent, MutantText } from "./mutant.ts";

/** What became of a mutant: a test failed or never ended, it cannot even be loaded, or no test noticed. */
export type Fate = "killed" | "invalid" | "survived";

/** A mutant, and what became of it. */
export interface JudgedMutant extends MutantText {
  readonly fate: Fate;
}

/** How many mutants of a room its tests notice. */
export interface RoomScore {
  readonly mutants: number;
  readonly killed: number;
  /** Survivors that are listed with a reason. */
  readonly equivalent: number;
  readonly survivors: readonly MutantText[];
  /** Listed as equivalent, but no survivor of this run. */
  readonly stale: readonly Equivalent[];
  /** Killed, of those that are not equivalent; from 0 to 1. */
  readonly ratio: number;
}

/** Counts a run; mutants that cannot be loaded count nowhere. */
export function scoreOf(judged: readonly JudgedMutant[], equivalents: readonly Equivalent[]): RoomScore {
  const listed = new Set(equivalents.map(keyOf));
  const valid = judged.filter(({ fate }) => fate !== "invalid");
  const alive = valid.filter(({ fate }) => fate === "survived");
  const survivors = alive.filter((mutant) => !listed.has(keyOf(mutant)));
  const found = new Set(alive.map(keyOf));
  const killed = valid.length - alive.length;
  const files = new Set(judged.map(({ file }) => file));
  return {
    mutants: valid.length,
    killed,
    equivalent: alive.length - survivors.length,
    survivors,
    stale: equivalents.filter((one) => files.has(one.file) && !found.has(keyOf(one))),
    ratio: survivors.length === 0 ? 1 : killed / (killed + survivors.length),
  };
}

function keyOf({ file, from, to }: MutantText): string {
  return `${file}\n${from}\n${to}`;
}
