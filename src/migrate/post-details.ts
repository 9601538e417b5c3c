import { plainText } from "./feeds/plain-summary.ts";
import type { OldPost } from "./model/old-post.ts";
import type { OldHosts } from "./write/old-address.ts";

const LONGEST_TITLE = 60;

/** Addresses by which texts of the old site name a post; WordPress also knows each by its number. */
export function addressesOf(
  post: OldPost,
  link: URL | null,
  hosts: OldHosts,
  base: string | null,
): readonly URL[] {
  const guid = /^https?:\/\/[^\s]+[?&](?:p|page_id)=\d+$/.test(post.id ?? "")
    ? URL.parse(post.id ?? "")
    : null;
  const short = base === null ? [] : post.queries.flatMap((query) => URL.parse(query, base) ?? []);
  return [link, guid, ...short].filter((url) => url !== null && hosts.has(url)).filter((url) => url !== null);
}

/** Those that are queries, as paths; what a redirect cannot name is left out. */
export function queriesOf(addresses: readonly URL[]): readonly string[] {
  const queries = addresses
    .filter(({ search }) => search.length > 1)
    .map(({ pathname, search }) => pathname + search);
  return [...new Set(queries)].filter((query) => query.length < 300 && !/[\s#:*]/.test(query));
}

/** A post that is a link to elsewhere keeps it, at its end. */
export function withOuterLink(html: string, link: URL | null): string {
  if (
    link === null ||
    html.includes(link.href.replace(/\/$/, "")) ||
    html.includes(link.href.replaceAll("&", "&amp;"))
  )
    return html;
  const href = link.href.replaceAll("&", "&amp;").replaceAll('"', "%22");
  return `${html}\n<p><a href="${href}">${link.host}</a></p>`;
}

/** The first words of a text that has no title. */
export function titleFromText(html: string): string {
  const text = plainText(html.slice(0, 5000));
  if (text.length <= LONGEST_TITLE) return text || "Untitled";
  const end = text.lastIndexOf(" ", LONGEST_TITLE);
  return `${text.slice(0, end > 20 ? end : LONGEST_TITLE)}…`;
}
