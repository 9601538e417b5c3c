import type { Source } from "../article/source.ts";
import type { ContentPath, EpochSeconds } from "../article/values.ts";
import type { ArticleRecords } from "./records/article-records.ts";

/**
 * Sources dated ahead of `now` that ask for the id of an article which is there, and whose own file is there
 * too: taking its place they would be published before their time.
 */
export function earlyIds(
  sources: readonly Source[],
  records: ArticleRecords,
  now: EpochSeconds,
): readonly { readonly source: Source; readonly with: ContentPath }[] {
  const asking = sources.filter(
    ({ id, published }) => id !== null && published?.kind === "instant" && published.at > now,
  );
  if (asking.length === 0) return [];
  const paths = new Set<string>(sources.map(({ path }) => path));
  const owners = new Map<string, ContentPath>(
    [...records].flatMap(({ id, path, deleted }) =>
      deleted === null && paths.has(path) ? [[id, path]] : [],
    ),
  );
  return asking.flatMap((source) => {
    const owner = owners.get(source.id?.trim() ?? "");
    return owner === undefined || owner === source.path ? [] : [{ source, with: owner }];
  });
}
