import { isoOf } from "../article/instant.ts";
import type { Problem } from "../article/problem.ts";
import { LONGEST_LAG_SECONDS } from "../representation/longest-lag.ts";
import type { LaterState } from "./later-states.ts";
import type { OpenBake } from "./open-bake.ts";

/** What a publisher should know of what comes or goes by itself. */
export function releaseProblems(
  { waiting, input: { now, ledger } }: OpenBake,
  later: readonly LaterState[],
  known: readonly Problem[],
): readonly Problem[] {
  const sealed = new Map(
    later.flatMap(({ files, change }) => files.map((file) => [file, change.at] as const)),
  );
  const problem = (file: string, severity: Problem["severity"], message: string): Problem => ({
    file,
    line: null,
    severity,
    message,
  });
  const told = new Set(known.map(({ file, message }) => `${file} ${message}`));
  const replaced = (ledger.sealed ?? []).filter(({ at }) => at - now < LONGEST_LAG_SECONDS);
  const late = replaced.filter(
    ({ named, at }) => !later.some(({ change }) => change.named === named && change.at === at),
  );
  return [
    ...waiting.map(({ source, until }) =>
      problem(
        source.path,
        "notice",
        sealed.has(source.path)
          ? `is sealed, and is published by itself at ${isoOf(sealed.get(source.path) ?? until)}`
          : `is dated ${isoOf(until)}, which is in the future; too much comes before it to seal it now, so a later bake does`,
      ),
    ),
    ...late.flatMap(({ articles, at }) =>
      articles.map(({ path }) =>
        problem(
          path,
          "warning",
          `was sealed for ${isoOf(at)}, less than ten minutes from now; some readers may be shown the older version for a while`,
        ),
      ),
    ),
    ...later.flatMap(({ change, files }) =>
      change.at - now >= LONGEST_LAG_SECONDS
        ? []
        : files.flatMap((file) =>
            change.articles.some(({ path, deleted }) => path === file && deleted !== null)
              ? problem(
                  file,
                  "warning",
                  `expires at ${isoOf(change.at)}, less than ten minutes from now; it may be shown a few minutes longer in places`,
                )
              : [],
          ),
    ),
    // An article that is not there yet is judged as it will be.
    ...later.flatMap(({ problems, files }) =>
      problems.filter(({ file, message }) => files.includes(file) && !told.has(`${file} ${message}`)),
    ),
  ];
}
