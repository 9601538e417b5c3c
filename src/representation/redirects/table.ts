import type { StorageKey } from "../storage-key.ts";
import type { RedirectPattern, RedirectTarget } from "./pattern.ts";

/** What every packed value says first. */
export interface RedirectHead {
  /** Where requests to `hosts` are led: an origin without a slash at its end; empty where there are none. */
  readonly origin: string;
  /** Names that the site had before, in lower case. */
  readonly hosts: readonly string[];
  /** Names in a query that count beside the known ones. */
  readonly queries: readonly string[];
}

/** Redirects that are packed into a few values. */
export interface RedirectTable extends RedirectHead {
  /** The longest first. */
  readonly patterns: readonly RedirectPattern[];
  /** By normalized path, with the listed query behind it. */
  readonly rows: ReadonlyMap<string, RedirectTarget>;
}

/** A packed value as the edge searches it: its rows stay text. */
export interface PackedRedirects extends RedirectHead {
  readonly patterns: readonly RedirectPattern[];
  readonly text: string;
  /** Where the rows begin. */
  readonly rowsAt: number;
}

/** What says which hosts and queries count, and nothing else. */
export const REDIRECTS_KEY = "redirects" as StorageKey;

/** So many values hold the rows: together with the head no more than five writes. */
const SHARDS = 4;

/** What nothing that is packed says. */
export const NO_HEAD: RedirectHead = { origin: "", hosts: [], queries: [] };

/**
 * The value that holds the redirects of a normalized path, whatever its query. All spellings that the
 * edge takes for one address share it: capitals, a slash at the end.
 */
export function redirectShardKey(path: string): StorageKey {
  return shardKey(shardOf(path));
}

function shardKey(shard: number): StorageKey {
  return `${REDIRECTS_KEY}/${shard + 1}` as StorageKey;
}

/** FNV-1a, whose low bits are as good as its high ones. */
function shardOf(path: string): number {
  const folded = decodeURIComponent(path).toLowerCase().replace(/\/$/, "");
  let hash = 0x811c9dc5;
  for (let at = 0; at < folded.length; at += 1) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193);
  return (hash >>> 8) % SHARDS;
}

/**
 * Packs redirects: the values that hold the rows, each with head and patterns in front, so that the edge
 * reads one, and the head alone where it says something. Nothing where there is nothing to say. Rows are
 * sorted by their bytes.
 */
export function packRedirects(table: RedirectTable): ReadonlyMap<StorageKey, string> {
  const { hosts, queries, patterns, rows } = table;
  if (hosts.length + patterns.length + rows.size === 0) return new Map();
  const shards = Array.from({ length: SHARDS }, (): string[] => []);
  for (const [key, target] of rows) {
    shards[shardOf(key.replace(/\?.*$/s, ""))]?.push(`${key} ${targetText(target)}\n`);
  }
  const head = headText(table);
  const front = head + patterns.map((one) => `${one.from} ${targetText(one)}\n`).join("");
  return new Map([
    ...(hosts.length + queries.length > 0 ? [[REDIRECTS_KEY, `${head}\n`] as const] : []),
    ...shards.map((lines, at) => [shardKey(at), `${front}\n${lines.sort().join("")}`] as const),
  ]);
}

function headText({ origin, hosts, queries }: RedirectHead): string {
  return `${["hosts", origin, ...hosts].join(" ")}\n${["queries", ...queries.map(encodeURIComponent)].join(" ")}\n`;
}

function targetText({ to, status }: RedirectTarget): string {
  return status === 301 ? to : `${to} ${status}`;
}

/** Reads the front of a packed value; null where it is none. */
export function openRedirects(text: string): PackedRedirects | null {
  const end = text.indexOf("\n\n");
  const [hosts = "", queries = "", ...patterns] = text.slice(0, end).split("\n");
  const [isHosts, origin = "", ...names] = hosts.split(" ");
  const [isQueries, ...listed] = queries.split(" ");
  if (end === -1 || isHosts !== "hosts" || isQueries !== "queries") return null;
  return {
    origin,
    hosts: names,
    queries: listed.map(decodeURIComponent),
    patterns: patterns.map((line) => {
      const [from = "", ...target] = line.split(" ");
      return { from, ...targetOf(target) };
    }),
    text,
    rowsAt: end + 2,
  };
}

/** Finds the row of a key by halving: a few dozen looks, however many rows there are. */
export function findRedirect({ text, rowsAt }: PackedRedirects, key: string): RedirectTarget | null {
  const wanted = `${key} `;
  let [low, high] = [rowsAt, text.length];
  while (low < high) {
    const start = Math.max(low, text.lastIndexOf("\n", ((low + high) >> 1) - 1) + 1);
    const end = text.indexOf("\n", start);
    if (end === -1) return null;
    const found = text.slice(start, start + wanted.length);
    if (found === wanted) return targetOf(text.slice(start + wanted.length, end).split(" "));
    if (found < wanted) low = end + 1;
    else high = start;
  }
  return null;
}

function targetOf([to = "", status = "301"]: readonly string[]): RedirectTarget {
  return { to, status: Number(status) };
}
