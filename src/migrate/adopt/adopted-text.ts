import type { Adopted } from "../../article/adopted.ts";
import { isoOf } from "../../article/instant.ts";
import type { EpochSeconds } from "../../article/values.ts";

const HEAD =
  "# What readers of the old site know: ids, addresses and dates of its articles, and its feeds.\n";

/** Writes `adopted.toml`: entries in their order, the same for the same. */
export function adoptedText({ articles, feeds }: Adopted): string {
  const entries = [
    ...feeds.map(({ address, format, channel, id, oldest, lastModified }) =>
      table("feed", { address, format, channel, id, oldest: at(oldest), last_modified: at(lastModified) }),
    ),
    ...articles.map(({ path, id, address, published }) =>
      table("adopted", { path, id, address, date: at(published) }),
    ),
  ];
  return [HEAD, ...entries].join("\n");
}

/** An instant, which TOML writes without quotation marks. */
interface Instant {
  readonly iso: string;
}

function at(seconds: EpochSeconds | null): Instant | null {
  return seconds === null ? null : { iso: isoOf(seconds) };
}

function table(name: string, values: Readonly<Record<string, string | Instant | null>>): string {
  const lines = Object.entries(values).flatMap(([key, value]) =>
    value === null ? [] : `${key} = ${typeof value === "string" ? quoted(value) : value.iso}`,
  );
  return `[[${name}]]\n${lines.join("\n")}\n`;
}

/** A basic string of TOML 1.0. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("\u007f", "\\u007F");
}
