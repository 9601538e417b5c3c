import type { NearestAddress } from "./nearest-address.ts";

/** How an old address answers on the new site. */
export type JudgedAddress =
  | { readonly kind: "here" }
  | { readonly kind: "moved"; readonly to: string }
  | { readonly kind: "gone" }
  /** A feed of comments, which nobody reads for the articles. */
  | { readonly kind: "comments" }
  | { readonly kind: "lost"; readonly nearest: string | null }
  /** On a host that the site never had. */
  | { readonly kind: "elsewhere" };

/** An old address, how often it was asked for, and how it answers. */
export interface Judged {
  readonly address: string;
  readonly hits: number;
  readonly answer: JudgedAddress;
}

/** What an address is judged by. */
export interface Judge {
  /** Of the site itself, which paths are meant from. */
  readonly base: string;
  readonly isOwn: (url: URL) => boolean;
  readonly answer: (
    pathname: string,
    search: string,
  ) =>
    | { readonly kind: "here" }
    | { readonly kind: "moved"; readonly to: string }
    | { readonly kind: "gone" | "lost" };
  readonly nearest: NearestAddress;
}

/** Feeds of comments, as WordPress and Blogger have them. */
const OF_COMMENTS =
  /^\/comments\/feed(?:\/(?:atom|rss2?|rdf))?\/?$|[?&]feed=comments-|^\/feeds\/(?:\d+\/)?comments\/(?:default|summary)/;

/** Judges each old address, those that are asked for most often first. Two spellings of one are one. */
export function judgeAddresses(hits: ReadonlyMap<string, number>, judge: Judge): readonly Judged[] {
  const counted = new Map<string, { readonly url: URL; hits: number }>();
  for (const [text, times] of hits) {
    const url = URL.parse(text, judge.base);
    if (url === null) continue;
    const isOwn = judge.isOwn(url);
    const address = isOwn ? `${url.pathname}${url.search}` : url.href;
    const known = counted.get(address);
    if (known) known.hits += times;
    else counted.set(address, { url, hits: times });
  }
  return [...counted]
    .map(([address, { url, hits: times }]) => ({ address, hits: times, answer: answerOf(url, judge) }))
    .sort((a, b) => b.hits - a.hits || (a.address < b.address ? -1 : 1));
}

function answerOf(url: URL, { isOwn, answer, nearest }: Judge): JudgedAddress {
  if (!isOwn(url)) return { kind: "elsewhere" };
  const { pathname, search } = url;
  const found = answer(pathname, search);
  if (found.kind === "moved") return { kind: "moved", to: found.to };
  if (found.kind === "here") return { kind: "here" };
  const [, page] = /^(\/.+)\/feed(?:\/(?:atom|rss2?|rdf))?\/?$/.exec(pathname) ?? [];
  const isOfPage = page !== undefined && ["here", "moved"].includes(answer(page, "").kind);
  if (isOfPage || OF_COMMENTS.test(pathname + search)) return { kind: "comments" };
  if (found.kind === "gone") return { kind: "gone" };
  return { kind: "lost", nearest: nearest(pathname) };
}
