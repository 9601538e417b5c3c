import { plainText } from "./feeds/plain-summary.ts";
import type { OldPost } from "./model/old-site.ts";

const LONGEST_TITLE = 60;

/** Addresses by which texts of the old site name a post; WordPress also knows each by its number. */
export function addressesOf(
  post: OldPost,
  link: URL | null,
  isOwn: boolean,
  base: string | null,
): readonly URL[] {
  const guid = /^https?:\/\/[^\s]+[?&](?:p|page_id)=\d+$/.test(post.id ?? "")
    ? URL.parse(post.id ?? "")
    : null;
  const number = /[?&](?:p|page_id)=(\d+)$/.exec(guid?.search ?? "")?.[1];
  const short =
    number && base
      ? [`?p=${number}`, `?page_id=${number}`].flatMap((query) => URL.parse(query, base) ?? [])
      : [];
  return [...(isOwn && link ? [link] : []), ...(guid ? [guid] : []), ...short];
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
