import type { Article } from "../article/article.ts";
import type { KeptLists } from "../article/kept-lists.ts";
import { NO_LIST_KEPT } from "../article/kept-lists.ts";
import type { Summed } from "../article/sum.ts";
import type { Windows } from "../article/windows.ts";
import type { ArchiveKeys } from "./feeds/feed-documents.ts";
import type { Output } from "./output.ts";

/** Documents that stay as they are, one after the other, in the place of their outputs: nobody looks at them. */
export interface KeptRun {
  /** How many there are. */
  readonly kept: number;
  /** Whether they are the pages of articles. */
  readonly areArticles: boolean;
  /** In the order of publishing. */
  readonly keys: () => Iterable<string>;
  readonly has: (key: string) => boolean;
  /** The runs of which it is one, where there may be very many. */
  readonly among?: KeptRuns;
  /** The outputs themselves, where they have to be looked at after all. */
  readonly outputs: () => Iterable<Output>;
}

/** Runs of which no two have the same key. */
export interface KeptRuns {
  /** The one that has a key. */
  readonly runOf: (key: string) => KeptRun | undefined;
}

/** Whether something stands in the place of outputs. */
export function isKept(one: Output | KeptRun): one is KeptRun {
  return "kept" in one;
}

/** Tells what of a site stays as it is. */
export interface KeptParts extends KeptLists {
  /** Whether its page does, with what stands beside it there. */
  readonly isPage: (ordinal: number) => boolean;
  /** Tells of the archive windows of a channel, by their numbers, whether the documents with these keys do. */
  readonly isArchive: (windows: Windows<Article>, keysOf: ArchiveKeys) => (number: number) => boolean;
}

/** Finds what of a site stays, once it is known what its pages have around them. */
export type FindKept = (around: Summed) => KeptParts;

export const NOTHING_KEPT: KeptParts = {
  ...NO_LIST_KEPT,
  isPage: () => false,
  isArchive: () => () => false,
};

/** An output, and whether it stays. */
export interface PerhapsKept {
  readonly output: Output;
  readonly stays: boolean;
}

/** Outputs, with runs of those that stay. */
export function* outputRuns(all: Iterable<PerhapsKept>): Generator<Output | KeptRun> {
  let run: Output[] = [];
  for (const { output, stays } of all) {
    if (stays) {
      run.push(output);
      continue;
    }
    if (run.length > 0) yield keptOutputs(run);
    run = [];
    yield output;
  }
  if (run.length > 0) yield keptOutputs(run);
}

function keptOutputs(outputs: readonly Output[]): KeptRun {
  const keys = new Set(outputs.map(({ key }) => key));
  return {
    kept: keys.size,
    areArticles: false,
    keys: () => keys,
    has: (key) => keys.has(key),
    outputs: () => outputs,
  };
}

/** The documents of an article, by its ordinal. */
export interface ArticleForm {
  /** Whether they are its page. */
  readonly isPage: boolean;
  readonly keysOf: (ordinal: number) => readonly string[];
  /** The ordinals of those that a key may belong to. */
  readonly ordinalsIn: (key: string) => readonly number[];
  /** In the order of the keys. */
  readonly outputsOf: (ordinal: number) => Iterable<Output>;
}

/** The documents of some articles, with runs of those that stay. */
export function* articleRuns(
  ordinals: Int32Array,
  form: ArticleForm,
  stays: (ordinal: number) => boolean,
): Generator<Output | KeptRun> {
  const runs: KeptRun[] = [];
  /** The runs that articles lie in, by ordinal; they count from 1. */
  const numberOf = new Int32Array(ordinals.reduce((most, one) => Math.max(most, one), -1) + 1);
  const runOf = (key: string) => runs[(numberOf[ordinalIn(form, key)] ?? 0) - 1];
  const among: KeptRuns = { runOf };
  let run: number[] = [];
  const ended = (): KeptRun[] => {
    const all = run;
    if (all.length === 0) return [];
    run = [];
    const kept: KeptRun = { ...keptArticles(all, form), among, has: (key) => runOf(key) === kept };
    runs.push(kept);
    return [kept];
  };
  for (const one of ordinals) {
    if (stays(one)) {
      run.push(one);
      numberOf[one] = runs.length + 1;
      continue;
    }
    yield* ended();
    yield* form.outputsOf(one);
  }
  yield* ended();
}

/** The article that a key belongs to; -1 where it is none's. */
function ordinalIn({ ordinalsIn, keysOf }: ArticleForm, key: string): number {
  return ordinalsIn(key).find((one) => one >= 0 && keysOf(one).includes(key)) ?? -1;
}

function keptArticles(
  ordinals: readonly number[],
  { isPage, keysOf, outputsOf }: ArticleForm,
): Omit<KeptRun, "has" | "among"> {
  return {
    kept: isPage ? ordinals.length : ordinals.reduce((sum, one) => sum + keysOf(one).length, 0),
    areArticles: isPage,
    keys: () => ordinals.values().flatMap(keysOf),
    outputs: () => ordinals.values().flatMap(outputsOf),
  };
}
