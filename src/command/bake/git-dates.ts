import { spawnSync } from "node:child_process";
import type { Problem } from "../../article/problem.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import type { Source } from "../../article/source.ts";
import { firstCommits, GIT_LOG_FORMAT } from "../../source/fields/git-log.ts";

/** A log of so many bytes is that of some million files. */
const MAX_LOG_BYTES = 512 * 1024 * 1024;

/** Nothing is fetched, asked, paged or run: a folder may come from anybody. */
const ENVIRONMENT = { GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" };
const CAUTION = ["-c", "log.showSignature=false", "-c", "core.fsmonitor=false", "--no-pager"];

/** Articles with the dates of their first commits, and why they may have none. */
interface GitDated {
  readonly articles: readonly Source[];
  readonly problems: readonly Problem[];
}

/**
 * Dates the articles that name no date by their first commits, where the folder lies in a clone that
 * has its whole history. Where it does not, that is told, and nothing is dated.
 */
export function gitDated(root: string, articles: readonly Source[]): GitDated {
  const undated = articles.filter(isUndated);
  if (undated.length === 0) return { articles, problems: [] };
  const untold = (message: string): GitDated => ({
    articles,
    problems: [{ file: SETTINGS_FILE, line: null, severity: "warning", message }],
  });
  const isShallow = git(root, ["rev-parse", "--is-shallow-repository"])?.trim();
  if (isShallow === undefined)
    return untold(
      'says dates = "git", but git knows no history of this folder; commit it, or remove the line',
    );
  if (isShallow !== "false")
    return untold(
      'says dates = "git", but this clone lacks the older history; fetch all of it, with git fetch --unshallow or with fetch-depth: 0 in a workflow',
    );
  const log = git(root, ["log", ...GIT_LOG_FORMAT, "--relative", "--", "."]);
  if (log === null)
    return untold('says dates = "git", but git log fails in this folder; commit it, or remove the line');
  const paths = undated.map(({ path }) => path);
  const dates = firstCommits(log, paths);
  return {
    articles: articles.map((article) => {
      const at = isUndated(article) ? dates.get(article.path) : undefined;
      return at === undefined ? article : { ...article, published: { kind: "guess", at } };
    }),
    problems: [],
  };
}

function isUndated({ published }: Source): boolean {
  return published === null || published.kind === "guess";
}

/** What git prints; null where it fails or is not there. */
function git(root: string, args: readonly string[]): string | null {
  const { status, stdout, error } = spawnSync("git", [...CAUTION, ...args], {
    cwd: root,
    env: { ...process.env, ...ENVIRONMENT },
    maxBuffer: MAX_LOG_BYTES,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return error === undefined && status === 0 ? stdout : null;
}
