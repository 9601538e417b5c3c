import type { RedirectPattern } from "../../representation/redirects/pattern.ts";

/** A pattern that may circle, and where it leads. */
export interface Circling {
  readonly pattern: RedirectPattern;
  /** The path of its target, with its holes. */
  readonly path: string;
  /** Those of the others that may match there. */
  readonly next: readonly RedirectPattern[];
}

/** Beyond so many folders of patterns the first doubt counts. */
const MOST_STEPS = 2000;

/** Any first folder that no pattern names. */
const OTHER = "";

/**
 * Of patterns that may circle by their shapes, those that also may by the first folders of paths: where
 * `/zh/*` leads to `/zh-cn/:splat`, no `/:lang/…` that keeps its folder leads back. In doubt it may.
 */
export function circlingFolders(all: readonly Circling[]): ReadonlySet<RedirectPattern> {
  const folders = [
    ...new Set([OTHER, ...all.flatMap(({ pattern, path }) => [nameOf(pattern.from), nameOf(path)])]),
  ].filter((folder) => folder !== null);
  const patterns = all.map(({ pattern }) => pattern);
  if (all.length * folders.length > MOST_STEPS) return new Set(patterns);
  const stepOf = (pattern: RedirectPattern, folder: string) => `${patterns.indexOf(pattern)} ${folder}`;
  const isAt = ({ from }: RedirectPattern, folder: string) => [null, folder].includes(nameOf(from));
  const steps = new Map(
    all.flatMap((one) =>
      folders
        .filter((folder) => isAt(one.pattern, folder))
        .map((folder) => {
          const reached = foldersBehind(one, folder, folders);
          const next = one.next.flatMap((other) =>
            reached.filter((at) => isAt(other, at)).map((at) => stepOf(other, at)),
          );
          return [stepOf(one.pattern, folder), next] as const;
        }),
    ),
  );
  for (let before = -1; before !== steps.size; ) {
    before = steps.size;
    for (const [step, next] of steps) if (!next.some((one) => steps.has(one))) steps.delete(step);
  }
  return new Set(patterns.filter((one) => folders.some((folder) => steps.has(stepOf(one, folder)))));
}

/** The first folders that a path of one may have behind a pattern. */
function foldersBehind(
  { pattern, path }: Circling,
  folder: string,
  folders: readonly string[],
): readonly string[] {
  const name = nameOf(path);
  if (name !== null) return [name];
  const [from, to] = [firstOf(pattern.from), firstOf(path)];
  return from === to && /^:[a-z]\w*$/i.test(from) && from !== ":splat" ? [folder] : folders;
}

/** The first folder of a path, in small letters, since the edge corrects capitals; null where a hole is in it. */
function nameOf(path: string): string | null {
  const first = firstOf(path);
  return /[*:]/.test(first) ? null : first.toLowerCase();
}

function firstOf(path: string): string {
  return path.split("/", 2)[1] ?? "";
}
