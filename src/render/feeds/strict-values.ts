import type { Author } from "feed";
import { singleLine } from "../../article/plain-text.ts";
import type { FeedPerson } from "./feed-model.ts";

/** People with a name or an address. */
export function people(authors: readonly Author[]): FeedPerson[] {
  return authors
    .map(({ name, email, link, avatar }) =>
      defined({ name: textOf(name), email: textOf(email), url: urlOf(link), avatar: urlOf(avatar) }),
    )
    .filter(({ name, email }) => name !== undefined || email !== undefined);
}

/** Lines of text, each once. */
export function words(list: readonly string[]): string[] {
  return [...new Set(list.map(singleLine).filter(Boolean))];
}

/** A whole number from 0 on; null for all else. */
export function count(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) && value >= 0 ? Math.round(value) : null;
}

/** One printable line; undefined where nothing is left. */
export function textOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : singleLine(text) || undefined;
}

/** A URL as the WHATWG parser writes it, which no reader misreads; undefined where it is none. */
export function urlOf(text: string | undefined, base?: string): string | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  return URL.parse(text, base)?.href;
}

/** Without the keys that hold nothing. */
export function defined<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
