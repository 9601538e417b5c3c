import * as v from "valibot";
import type { Adopted, AdoptedArticle, AdoptedFeed } from "../../article/adopted.ts";
import type { ContentPath, EpochSeconds } from "../../article/values.ts";
import { ADOPTED_ENTRY, FEED_ENTRY } from "./adopted-entries.ts";

/** What a line of the file is, in the form that `adopt` writes. */
const LINE =
  /^(?:\[\[(adopted|feed)\]\]|([a-z_]+) = (?:("(?:[^"\\]|\\.)*")|([\d:TZ-]{20})|(false|true))|#.*)$/;

/** JSON and TOML read the escapes of a text alike, but for these. */
const OTHER_ESCAPE = /\\(?:\/|u[dD])|[\u007f-\u009f]/;

/** A path without an escape, as most are: nothing about it can be wrong. */
const PLAIN_PATH = /^(?:[\w~-][\w.~-]*\/)*[\w~-][\w.~-]*$/;
const PLAIN_ADDRESS = /^\/(?:[\w~-][\w.~-]*\/)*(?:[\w~-][\w.~-]*)?$/;
const PLAIN_ID = /^[\x21-\x7e]{1,400}$/;

/** An entry as it is written: texts, and instants and booleans in their letters. */
type Written = Map<string, string | boolean>;

/**
 * Reads `adopted.toml` in the form that `adopt` writes, for every bake does; a parser of all of TOML takes
 * thirty times as long. Null of any other form, and of anything that is wrong: the parser tells of it.
 */
export function writtenAdopted(text: string): Adopted | null {
  const articles: AdoptedArticle[] = [];
  const feeds: AdoptedFeed[] = [];
  const seen = new Set<string>();
  let entry: Written | null = null;
  let isFeed = false;
  let began = 0;
  const end = (): boolean => {
    if (entry === null) return true;
    const read = isFeed ? feedOf(entry) : articleOf(entry);
    if (read === null) return false;
    const { id } = read;
    const keys =
      "path" in read
        ? [`path ${read.path}`, id !== null && `id ${id}`, read.address !== null && `at ${read.address}`]
        : [`feed ${read.address}`];
    for (const key of keys) {
      if (key === false) continue;
      if (seen.has(key)) return false;
      seen.add(key);
    }
    if ("path" in read) articles.push({ ...read, line: began });
    else feeds.push({ ...read, line: began });
    return true;
  };
  let number = 0;
  for (const line of text.split("\n")) {
    number += 1;
    if (line === "") continue;
    const [whole, table, key, quoted, instant, boolean] = LINE.exec(line) ?? [];
    if (whole === undefined) return null;
    if (table !== undefined) {
      if (!end()) return null;
      entry = new Map();
      isFeed = table === "feed";
      began = number;
    } else if (key !== undefined) {
      const value = quoted === undefined ? (instant ?? boolean === "true") : textIn(quoted);
      if (entry === null || value === null || entry.has(key)) return null;
      // An instant in quotation marks is a text to the parser, and may be taken all the same.
      entry.set(key, value);
    }
  }
  return end() ? { articles, feeds } : null;
}

function textIn(quoted: string): string | null {
  if (!quoted.includes("\\"))
    return OTHER_ESCAPE.test(quoted) || /[\0-\x1f]/.test(quoted) ? null : quoted.slice(1, -1);
  if (OTHER_ESCAPE.test(quoted)) return null;
  try {
    return JSON.parse(quoted);
  } catch {
    return null;
  }
}

/** Most entries hold nothing that has to be looked at; the others are checked like any setting. */
function articleOf(entry: Written): Omit<AdoptedArticle, "line"> | null {
  const plain = plainArticle(entry);
  if (plain !== null) return plain;
  const result = v.safeParse(ADOPTED_ENTRY, Object.fromEntries(entry));
  return result.success ? result.output : null;
}

/** An entry about which nothing can be wrong; null for any other. */
export function plainArticle(entry: Written): Omit<AdoptedArticle, "line"> | null {
  const path = entry.get("path");
  const id = entry.get("id") ?? null;
  const address = entry.get("address") ?? null;
  const published = instantOf(entry.get("date"));
  const known = 1 + Number(id !== null) + Number(address !== null) + Number(entry.has("date"));
  const isPlain =
    known === entry.size &&
    typeof path === "string" &&
    PLAIN_PATH.test(path) &&
    (id === null || (typeof id === "string" && PLAIN_ID.test(id))) &&
    (address === null ||
      (typeof address === "string" &&
        address.length > 1 &&
        address.length < 400 &&
        PLAIN_ADDRESS.test(address))) &&
    (published !== null || !entry.has("date"));
  return isPlain ? { path: path as ContentPath, id, address, published, item: null } : null;
}

function feedOf(entry: Written): Omit<AdoptedFeed, "line"> | null {
  const result = v.safeParse(FEED_ENTRY, Object.fromEntries(entry));
  return result.success ? result.output : null;
}

/** An instant in the letters that `adopt` writes; null for any other. */
function instantOf(written: unknown): EpochSeconds | null {
  if (typeof written !== "string" || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(written)) return null;
  const at = Date.parse(written);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(written.slice(0, -1)) ? at / 1000 : null;
}
