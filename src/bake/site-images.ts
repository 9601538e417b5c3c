import type { Media } from "../article/media.ts";
import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import { contentPath } from "../article/values.ts";

/** Gives the site's own images their URLs, where site.toml names files. One that is not there is a problem. */
export function withImageUrls(site: Site, media: readonly Media[], problems: Problem[]): Site {
  const addresses = new Map<string, string>(media.map(({ path, address }) => [path, address]));
  const urlOf = (key: string, target: string | null): string | null => {
    if (target === null || /^https?:\/\//i.test(target)) return target;
    const address = addresses.get(contentPath(target) ?? "");
    if (address !== undefined) return `${site.url}${address}`;
    const message = `names ${target} as "${key}", which is not in the content folder; correct the name or add the file`;
    problems.push({ file: "site.toml", line: null, severity: "warning", message });
    return null;
  };
  return {
    ...site,
    icon: urlOf("icon", site.icon),
    podcast: site.podcast && { ...site.podcast, image: urlOf("podcast.image", site.podcast.image) },
  };
}
