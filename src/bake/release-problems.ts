import { isoOf } from "../article/instant.ts";
import type { Problem } from "../article/problem.ts";
import type { EpochSeconds } from "../article/values.ts";
import { LONGEST_LAG_SECONDS } from "../representation/longest-lag.ts";
import type { BakeInput } from "./bake-input.ts";
import type { LaterState } from "./later-states.ts";
import { MOST_STATES } from "./later-states.ts";
import type { OpenBake } from "./open-bake.ts";
import type { WithinBounds } from "./within-bounds.ts";
import { MOST_BYTES, MOST_WRITES } from "./within-bounds.ts";

/** What is sealed, and what keeps the rest from it. */
interface Sealed extends Pick<WithinBounds, "bound"> {
  readonly later: readonly LaterState[];
}

/** What comes and goes by itself, as of now. */
interface Moving extends Pick<OpenBake, "waiting" | "leaving" | "instants"> {
  readonly input: Pick<BakeInput, "now" | "ledger">;
}

/** What a publisher should know of what comes or goes by itself. */
export function releaseProblems(
  { waiting, leaving, instants, input: { now, ledger } }: Moving,
  { later, bound }: Sealed,
  known: readonly Problem[],
): readonly Problem[] {
  const sealed = new Map(
    later.flatMap(({ files, change }) =>
      files.map((file) => [`${change.named} ${file}`, change.at] as const),
    ),
  );
  const unsealed = (until: EpochSeconds) => whyUnsealed(until, instants, { later, bound });
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
    ...waiting.map(({ source: { path }, until }) => {
      const at = sealed.get(`${until} ${path}`);
      const message =
        at === undefined
          ? `is dated ${isoOf(until)}, which is in the future, and is not sealed: ${unsealed(until)}`
          : `is sealed, and is published by itself at ${isoOf(at)}`;
      return problem(path, "notice", message);
    }),
    ...leaving.flatMap(({ source: { path }, until }) =>
      sealed.has(`${until} ${path}`)
        ? []
        : problem(path, "notice", `expires at ${isoOf(until)}, which is not sealed: ${unsealed(until)}`),
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

/** Why something that comes or goes later is not sealed now, and what publishes it. */
function whyUnsealed(
  until: EpochSeconds,
  instants: readonly EpochSeconds[],
  { later, bound }: Sealed,
): string {
  const [first] = later;
  const remedy =
    first === undefined ? "bake again then" : `a bake after ${isoOf(first.change.at)} makes room`;
  if (bound === null || instants.indexOf(until) >= MOST_STATES)
    return `a document holds ${MOST_STATES} states ahead; ${remedy}`;
  if (bound.kind === "writes")
    return `it takes ${bound.writes} writes, and a publish spends ${MOST_WRITES} on what is ahead; ${remedy}`;
  return `${bound.key} would hold ${megabytesOf(bound.sizeBytes)} of what is ahead, and may hold ${megabytesOf(MOST_BYTES)}; ${remedy}`;
}

function megabytesOf(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
