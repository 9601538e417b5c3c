import type { Adopted } from "../../article/adopted.ts";
import { isoOf } from "../../article/instant.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { AdoptedComments } from "./adopted-comments.ts";
import { NO_COMMENTS } from "./adopted-comments.ts";

const HEAD = "# What readers of the old site know: ids, addresses and dates of its articles, and its feeds.";

/** Writes `adopted.toml`: entries in their order, the same for the same, each below its comments. */
export function adoptedText({ articles, feeds }: Adopted, comments: AdoptedComments = NO_COMMENTS): string {
  const { head, tail } = comments;
  const noted = (name: string, text: string) => [...(comments.entries.get(name) ?? []), text].join("\n");
  const entries = [
    ...feeds.map(({ address, format, channel, id, podcastGuid, guids, oldest, lastModified }) =>
      noted(
        address,
        table("feed", {
          address,
          format,
          channel,
          id,
          podcast_guid: podcastGuid,
          guids: guids ? null : { written: "false" },
          oldest: at(oldest),
          last_modified: at(lastModified),
        }),
      ),
    ),
    ...articles.map(({ path, id, address, published, item }) =>
      noted(
        path,
        table("adopted", {
          path,
          id,
          address,
          date: at(published),
          link: item?.link ?? null,
          pub_date: item?.pubDate ?? null,
        }),
      ),
    ),
  ];
  const top = [HEAD, ...head.filter((line) => line !== HEAD)].join("\n");
  return [`${top}\n`, ...entries, ...(tail.length === 0 ? [] : [`${tail.join("\n")}\n`])].join("\n");
}

/** An instant or a boolean, which TOML writes without quotation marks. */
interface Unquoted {
  readonly written: string;
}

function at(seconds: EpochSeconds | null): Unquoted | null {
  return seconds === null ? null : { written: isoOf(seconds) };
}

function table(name: string, values: Readonly<Record<string, string | Unquoted | null>>): string {
  const lines = Object.entries(values).flatMap(([key, value]) =>
    value === null ? [] : `${key} = ${typeof value === "string" ? quoted(value) : value.written}`,
  );
  return `[[${name}]]\n${lines.join("\n")}\n`;
}

/** A basic string of TOML 1.0. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("\u007f", "\\u007F");
}
