import type { Article } from "../../article/article.ts";
import type { FilledChannel } from "../channels/channel.ts";
import { inListOrder } from "./list-order.ts";

/** A section on the front page: its newest article that stands nowhere above, and the next ones. */
export interface Desk {
  readonly channel: FilledChannel;
  readonly lead: Article;
  readonly headlines: readonly Article[];
}

/** What stands on a front page; no article stands there twice. */
export interface FrontPage {
  readonly lead: Article | null;
  /** Those below it, with summaries. */
  readonly next: readonly Article[];
  readonly desks: readonly Desk[];
  /** Newer ones that are of no section that has a place here. */
  readonly others: readonly Article[];
}

/** However large the feeds are: a front page is to be looked over, and to weigh little. */
const MOST_ARTICLES = 40;
const MOST_DESKS = 12;
const MOST_HEADLINES = 4;
const MOST_OTHERS = 12;

/** Beside sections so many stories stand below the first one: one row. */
const ONE_ROW = 3;

/** With fewer, sections would be empty below their names. */
const LEAST_FOR_DESKS = 8;

/**
 * Composes the front page from the newest articles of a site and its sections, in their order: a lead
 * (the newest that asks for it, else the newest), the next ones, then each section with its own. A site
 * without two sections to show has its newest articles alone.
 */
export function composeFrontPage(newest: readonly Article[], sections: readonly FilledChannel[]): FrontPage {
  const ordered = inListOrder(newest);
  const lead = ordered.find((one) => one.lead) ?? ordered[0] ?? null;
  const below = ordered.filter((one) => one !== lead);
  const next = below.slice(0, ONE_ROW);
  const used = new Set([lead, ...next]);
  const desks = sections.slice(0, MOST_DESKS).flatMap((channel) => deskOf(channel, used));
  if (desks.length < 2 || ordered.length < LEAST_FOR_DESKS) {
    return { lead, next: below.slice(0, MOST_ARTICLES - 1), desks: [], others: [] };
  }
  const shown = new Set([...used, ...desks.flatMap((one) => one.channel.articles)]);
  const others = below.filter((one) => !shown.has(one)).slice(0, MOST_OTHERS);
  return { lead, next, desks, others };
}

function deskOf(channel: FilledChannel, used: ReadonlySet<Article | null>): readonly Desk[] {
  const [lead, ...others] = inListOrder(channel.articles).filter((one) => !used.has(one));
  return lead === undefined ? [] : [{ channel, lead, headlines: others.slice(0, MOST_HEADLINES) }];
}

/** Every article of a front page. */
export function articlesOn({ lead, next, desks, others }: FrontPage): readonly Article[] {
  const inDesks = desks.flatMap((desk) => [desk.lead, ...desk.headlines]);
  return [...(lead === null ? [] : [lead]), ...next, ...inDesks, ...others];
}
