import { queryPairs } from "../../representation/redirects/listed-query.ts";
import { hasHoles } from "../../representation/redirects/pattern.ts";
import type { StorageKey } from "../../representation/storage-key.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";

/** What a redirect stands for: one path, one path with a query, or all paths of a pattern. */
export type RedirectFrom =
  | { readonly kind: "path"; readonly key: StorageKey }
  | {
      readonly kind: "query";
      readonly key: StorageKey;
      readonly search: string;
      readonly names: readonly string[];
    }
  | { readonly kind: "pattern"; readonly key: StorageKey };

/**
 * Reads the old path of a redirect as the edge sees paths; null where no request can have it. A
 * segment that begins with a colon is a hole.
 */
export function redirectFrom(text: string): RedirectFrom | null {
  const [path = ""] = text.split("?", 1);
  const key = storageKeyOfPath(path)?.replace(/(?<=\/)%3A([a-z]\w*)(?=\/|$)/gi, ":$1") as
    | StorageKey
    | undefined;
  if (key === undefined) return null;
  if (hasHoles(key)) return path === text ? { kind: "pattern", key } : null;
  if (path === text) return { kind: "path", key };
  const search = text.slice(path.length);
  const names = queryPairs(search).map(([name]) => name);
  return names.length === 0 ? null : { kind: "query", key, search, names };
}
