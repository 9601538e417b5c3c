import type { Ask } from "../../src/doctor/visit/ask.ts";
import type { Asked, Exchange } from "../../src/doctor/visit/exchange.ts";
import { meet } from "../../src/doctor/visit/meet.ts";
import type { MetFeed } from "../../src/doctor/visit/visit.ts";
import type { Answered } from "./met.ts";
import { answered } from "./met.ts";

export const PAGE = "https://quay.example/";
export const FEED = "https://quay.example/rss.xml";
export const HTML = { "Content-Type": "text/html" };
/** How a page names the feed. */
export const LINK = '<link rel="alternate" type="application/rss+xml" href="/rss.xml">';
/** As any script of a page asks that reads feeds, and without a coding. */
export const PLAIN = { "Accept-Encoding": "identity", Origin: "https://reader.example" };

/** A site in memory: what an address answers, 404 where nothing is said. Records what it is asked. */
export function siteOf(answers: Readonly<Record<string, Answered | Exchange>>) {
  const asked: Asked[] = [];
  const ask: Ask = async (one) => {
    asked.push(one);
    const answer = answers[one.url] ?? { status: 404 };
    const exchange = "asked" in answer ? answer : answered(answer);
    return { ...exchange, asked: one };
  };
  return { ask, asked };
}

/** An RSS feed without items; `previous` is the archive behind it. */
export function rssText(previous: string | null = null): string {
  const link = previous === null ? "" : `<a:link rel="prev-archive" href="${previous}"/>`;
  return `<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel>${link}</channel></rss>`;
}

/** A page that names the feed. */
export const page = (body = LINK): Answered => ({ headers: HTML, body });
/** A redirect, for good unless said otherwise. */
export const redirect = (location: string, status = 301): Answered => ({
  status,
  headers: { Location: location },
});

/** Meets the feed of a page, which answers so; more addresses may answer too. */
export async function meetOne(
  feed: Answered | Exchange,
  more: Readonly<Record<string, Answered>> = {},
): Promise<MetFeed> {
  const { ask } = siteOf({ [PAGE]: page(), [FEED]: feed, ...more });
  const [found] = (await meet(PAGE, ask)).feeds;
  if (!found) throw new Error("no feed was met");
  return found;
}
