import type { FeedLinks } from "./addresses.ts";
import { ADDRESS, feedsIn } from "./addresses.ts";

/** Where an archive window stands, by its number: below the page of its channel, or the site's root. */
export function archiveFolder(number: number, page: string = ADDRESS.index): string {
  return `${page === ADDRESS.index ? "" : page}/archive/${number}`;
}

/** The number of the archive window that an address may belong to; null where it is none of that channel's. */
export function archiveNumber(address: string, page: string = ADDRESS.index): number | null {
  const folder = archiveFolder(0, page).slice(0, -1);
  const number = address.startsWith(folder) ? Number.parseInt(address.slice(folder.length), 10) : 0;
  return number > 0 ? number : null;
}

/** Where the feeds of an archive window stand. */
export function archiveAddresses(number: number, page?: string): FeedLinks {
  return feedsIn(archiveFolder(number, page));
}

/** Where a part of a large sitemap stands. */
export function sitemapAddress(part: number | "lists"): string {
  return `/sitemap/${part}.xml`;
}

/** Below which address the archive for people stands. */
export const DATE_FOLDER = "/dates/";

/** Where the months of a year are listed. */
export function yearAddress(year: number): string {
  return `${DATE_FOLDER}${String(year).padStart(4, "0")}`;
}

/** Where the articles of a month are listed; months count from 1. */
export function monthAddress(year: number, month: number): string {
  return `${yearAddress(year)}/${String(month).padStart(2, "0")}`;
}

/** Where the articles of a day are listed, or an older part of them; days and parts count from 1. */
export function dayAddress(year: number, month: number, day: number, part: number | null = null): string {
  const address = `${monthAddress(year, month)}/${String(day).padStart(2, "0")}`;
  return part === null ? address : `${address}/${part}`;
}
