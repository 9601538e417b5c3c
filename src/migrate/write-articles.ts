import type { Problem } from "../article/problem.ts";
import type { EpochSeconds } from "../article/values.ts";
import { pathOf } from "./collect-post.ts";
import type { Composing } from "./compose-article.ts";
import { composeArticle } from "./compose-article.ts";
import type { ReadPosts } from "./read-posts.ts";
import type { Journal } from "./write/journal.ts";
import type { Written } from "./write/write-file.ts";
import { writeText } from "./write/write-file.ts";

/** Articles as they were written. */
export interface WrittenArticles {
  readonly written: Readonly<Record<Written, number>>;
  readonly problems: readonly Problem[];
  /** Old addresses with a query, and where they lead. */
  readonly redirects: ReadonlyMap<string, string>;
}

/** Writes the articles whose places are known. */
export async function writeArticles(
  { spool }: ReadPosts,
  composing: Composing,
  journal: Journal,
  {
    into,
    dryRun,
    now,
    count,
  }: {
    readonly into: string;
    readonly dryRun: boolean;
    readonly now: EpochSeconds;
    readonly count: (done: number, total: number) => void;
  },
): Promise<WrittenArticles> {
  const written: Record<Written, number> = { new: 0, updated: 0, kept: 0, edited: 0, removed: 0, taken: 0 };
  const problems: Problem[] = [];
  const redirects = new Map<string, string>();
  let done = 0;
  for await (const collected of spool.read()) {
    const path = pathOf(collected, journal);
    const { content, address, remarks } = composeArticle(collected, path, composing);
    const entry = { kind: "article" as const, key: collected.post.key, path };
    const became = writeText(into, entry, content, journal, { dryRun });
    written[became] += 1;
    const told = WORDS[became];
    for (const message of told === null ? remarks : [...remarks, told])
      problems.push({ file: path, line: null, severity: became === "taken" ? "error" : "warning", message });
    // Nothing leads to what waits for its date.
    const isOut = (collected.post.published ?? 0) <= now;
    if (address !== null && isOut) for (const query of collected.queries) redirects.set(query, address);
    done += 1;
    if (done % TOLD_EVERY === 0) count(done, spool.count);
  }
  return { written, problems, redirects };
}

/** Articles between two words on how far the writing is. */
const TOLD_EVERY = 100;

/** What is told of an article that was not written. */
const WORDS: Readonly<Record<Written, string | null>> = {
  new: null,
  updated: null,
  kept: null,
  removed: null,
  edited:
    "was edited here and has changed in the source as well, so it was left alone; bring the changes together by hand",
  taken: "lies there already and is from no import, so this article was left out; rename one of the two",
};
