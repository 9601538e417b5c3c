import type { Adopted } from "../../article/adopted.ts";
import { isoOf } from "../../article/instant.ts";
import type { EpochSeconds } from "../../article/values.ts";

const HEAD =
  "# What readers of the old site know: ids, addresses and dates of its articles, and its feeds.\n";

/** Writes `adopted.toml`: entries in their order, the same for the same. */
export function adoptedText({ articles, feeds }: Adopted): string {
  const entries = [
    ...feeds.map(({ address, format, channel, id, podcastGuid, guids, oldest, lastModified }) =>
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
    ...articles.map(({ path, id, address, published, item }) =>
      table("adopted", {
        path,
        id,
        address,
        date: at(published),
        link: item?.link ?? null,
        pub_date: item?.pubDate ?? null,
      }),
    ),
  ];
  return [HEAD, ...entries].join("\n");
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
