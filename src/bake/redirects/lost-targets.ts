import type { Problem } from "../../article/problem.ts";
import { ALIASES } from "../../representation/addresses.ts";
import { matchPatterns } from "../../representation/redirects/pattern.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";
import type { Past } from "./redirects.ts";

/** Finds the redirects that lead to a path of the site where nothing is. `isThere` knows its documents. */
export function lostTargets(
  { moved, gone, packed, written }: Past,
  isThere: (key: string) => boolean,
): Problem[] {
  const answers = (path: string) => {
    const key = storageKeyOfPath(path);
    if (key === null) return false;
    return (
      isThere(key) ||
      isThere(otherSlash(key)) ||
      moved.has(key) ||
      gone.has(key) ||
      packed.rows.has(key) ||
      ALIASES.has(key) ||
      matchPatterns(packed.patterns, key) !== null
    );
  };
  return [...written].flatMap(
    ([
      key,
      {
        from,
        redirect: { file, line, status },
      },
    ]): Problem[] => {
      const to = moved.get(key) ?? packed.rows.get(key)?.to ?? "";
      const path = to.replace(/[?#].*$/s, "");
      if (status === 410 || !to.startsWith("/") || answers(path)) return [];
      const message = `redirect from "${from}" leads to "${to}", where nothing is; let it lead to a page`;
      return [{ file, line, severity: "warning", message }];
    },
  );
}

/** The edge takes an address with and without its last slash. */
function otherSlash(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
}
