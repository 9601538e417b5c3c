import { singleLine } from "../../article/plain-text.ts";
import type { OldSource, Tally } from "../model/old-site.ts";
import { tally } from "../model/old-site.ts";
import { ghostExport } from "./ghost-export.ts";
import { ghostPost } from "./ghost-post.ts";
import { relatedRows } from "./related-rows.ts";

/** Opens an export of Ghost; null where the value is none. `siteUrl` is what it leaves out. */
export function openGhost(value: unknown, siteUrl: string | null): OldSource | null {
  const exported = ghostExport(value);
  if (exported === null) return null;
  const { data, version } = exported;
  const setting = (...keys: readonly string[]) =>
    keys.map((key) => data.settings.find((one) => one.key === key)?.value).find((one) => one) ?? null;
  const leftOut: Tally = new Map();
  const remarks: string[] = [];
  const url = siteUrl ?? setting("url");
  if (url === null)
    remarks.push(
      "does not say where the site was; name it with --site https://old.example to fetch its media",
    );
  return {
    name: "Ghost export",
    site: {
      title: singleLine(setting("title") ?? ""),
      url,
      description: singleLine(setting("description") ?? ""),
      language: setting("locale", "default_locale", "lang", "defaultLang"),
      timezone: setting("timezone", "active_timezone", "activeTimezone"),
      mediaHosts: [],
    },
    leftOut,
    remarks,
    patterns: [
      ["/page/*", "/"],
      ["/tag/:name/page/*", "/tags/:name"],
      ["/author/:name/page/*", "/authors/:name"],
    ],
    async readPosts({ post }) {
      const rowsOf = relatedRows(data);
      const isOld = /^0/.test(version);
      for (const row of data.posts) {
        if (row.status === "trash") tally(leftOut, "post in the trash");
        else await post(ghostPost(row, rowsOf, { url, permalink: setting("permalinks"), isOld }));
      }
    },
  };
}
