/** A language behind a name, as Hugo has it: `lock.fr`, `lock/index.pt-br`. */
const LANGUAGE = /\.([a-z]{2,3}(?:-[a-z]{2,4})?)$/i;

/**
 * Finds files by the ends of their paths, with an extension or without, and where that is none, also
 * without a language behind the name. Of several it is one in the language of the file that asks, then
 * the one that shares most folders with it, then the first by path.
 */
export function pathsByName(paths: readonly string[]): (name: string, from: string) => string | null {
  const exact = table(paths, articleStem);
  const neutral = table(paths, (path) => articleStem(withoutLanguage(path)));
  return (name, from) => {
    for (const [known, stem] of [exact, neutral]) {
      for (const wanted of [name, articleStem(name)]) {
        const alike = known.get(lastOf(wanted)) ?? [];
        const found = nearest(
          alike.filter((path) => `/${stem(path)}`.endsWith(`/${wanted}`)),
          from,
        );
        if (found !== null) return found;
      }
    }
    return null;
  };
}

/** The path without its extension; of a bundle its folder. */
export function articleStem(path: string): string {
  return path.replace(/\.[^./]+$/, "").replace(/\/index$/, "");
}

type Stem = (path: string) => string;

function table(
  paths: readonly string[],
  stem: Stem,
): readonly [ReadonlyMap<string, readonly string[]>, Stem] {
  const byLast = new Map<string, string[]>();
  for (const path of paths.toSorted()) {
    const last = lastOf(stem(path));
    const alike = byLast.get(last);
    if (alike) alike.push(path);
    else byLast.set(last, [path]);
  }
  return [byLast, stem];
}

/** `lock.md` of `lock.fr.md`. */
function withoutLanguage(path: string): string {
  const [, name = "", extension = ""] = /^(.*)(\.[^./]+)$/.exec(path) ?? [];
  return name.replace(LANGUAGE, "") + extension;
}

function nearest(paths: readonly string[], from: string): string | null {
  const [first = null, ...others] = paths;
  if (first === null || others.length === 0) return first;
  const language = languageOf(from);
  const score = (path: string) => (languageOf(path) === language ? 1000 : 0) + sharedFolders(path, from);
  return others.reduce((best, path) => (score(path) > score(best) ? path : best), first);
}

function languageOf(path: string): string {
  return LANGUAGE.exec(path.replace(/\.[^./]+$/, ""))?.[1] ?? "";
}

function sharedFolders(path: string, other: string): number {
  const [folders, others] = [path.split("/").slice(0, -1), other.split("/").slice(0, -1)];
  const end = folders.findIndex((folder, at) => folder !== others[at]);
  return end === -1 ? folders.length : end;
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
