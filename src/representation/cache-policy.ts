/** What a document is to a cache and a browser. */
export type DocumentKind =
  | "feed"
  | "archive"
  | "article"
  | "page"
  | "asset"
  | "media"
  | "text"
  | "error"
  | "moved";

/** How one kind of document is served. */
export interface DeliveryPolicy {
  /** `Cache-Control`; null: clients may reuse it for the publisher's poll interval, in the metadata. */
  readonly client: string | null;
  /** `Cloudflare-CDN-Cache-Control`: what Cloudflare's cache does, and no client sees (RFC 9213). */
  readonly edge: string;
  /** Whether other origins may read it (Fetch standard, CORS protocol). */
  readonly crossOrigin: boolean;
  /** Whether a part of it can be asked for (RFC 9110 §14). Such a kind is stored as it is and has strong tags. */
  readonly ranges: boolean;
  /** What of a request the answer depends on beside `Accept-Encoding`, for `Vary`. */
  readonly alsoVaries?: string;
  /** Fields of its own, beside validators and length. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A minute, the time that a change in KV takes anyway; then old bytes serve while new ones come (RFC 5861). */
const EDGE_MINUTE = "max-age=60, stale-while-revalidate=30, stale-if-error=86400";
const EDGE_YEAR = "max-age=31536000";
const EDGE_NEVER = "no-store";

const NOSNIFF = { "X-Content-Type-Options": "nosniff" } as const;

/** Pages have no script at all; style comes from one file of the site. A checker in the page may fetch robots.txt. */
const PAGE_FIELDS = {
  ...NOSNIFF,
  "Content-Security-Policy":
    "default-src 'none'; img-src 'self' https: data:; media-src 'self' https:; style-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  "Permissions-Policy": "camera=(), microphone=()",
  "Referrer-Policy": "strict-origin-when-cross-origin",
} as const;

/** A browser that shows a feed itself may load its stylesheet and images, and nothing else. */
const FEED_FIELDS = {
  ...NOSNIFF,
  "Content-Security-Policy": "default-src 'none'; img-src 'self' https: data:; style-src 'self'",
} as const;

/** A file of somebody's: never a page of this site, even where a browser opens it as one. */
const MEDIA_FIELDS = {
  ...NOSNIFF,
  "Accept-Ranges": "bytes",
  "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  "Cross-Origin-Resource-Policy": "cross-origin",
} as const;

/** What changes with a publish: validated again and again, at the edge and by clients. */
const LIVING = { edge: EDGE_MINUTE, ranges: false } as const;
/** A browser gets a feed under another type than a reader. */
const FEED = {
  ...LIVING,
  crossOrigin: true,
  alsoVaries: ", Sec-Fetch-Dest",
  fields: FEED_FIELDS,
} as const;
/** What has its digest in its address. */
const HASHED = { client: "public, max-age=31536000, immutable", edge: EDGE_YEAR, crossOrigin: true } as const;

/** One row a kind; every answer of the worker follows from it. */
export const DELIVERY: Readonly<Record<DocumentKind, DeliveryPolicy>> = {
  // Of a feed a client may ask for the changes alone (RFC 3229 §10.5.3).
  feed: { ...FEED, client: null, alsoVaries: `${FEED.alsoVaries}, A-IM` },
  archive: { ...FEED, client: "public, max-age=3600" },
  page: { ...LIVING, client: "public, max-age=60", crossOrigin: false, fields: PAGE_FIELDS },
  // What a page says, for a program of whatever origin.
  article: { ...LIVING, client: "public, max-age=60", crossOrigin: true, fields: NOSNIFF },
  text: { ...LIVING, client: "public, max-age=3600", crossOrigin: true, fields: NOSNIFF },
  asset: { ...HASHED, ranges: false, fields: NOSNIFF },
  media: { ...HASHED, ranges: true, fields: MEDIA_FIELDS },
  error: {
    ...LIVING,
    // Whatever comes to an address is there at once; and a missing page says the same of every address.
    client: "public, max-age=0",
    edge: EDGE_NEVER,
    crossOrigin: true,
    fields: PAGE_FIELDS,
  },
  moved: { ...LIVING, client: "public, max-age=300", crossOrigin: true, fields: NOSNIFF },
};

/** Whether a stored word is the name of a kind. */
export function isDocumentKind(word: unknown): word is DocumentKind {
  return typeof word === "string" && Object.hasOwn(DELIVERY, word);
}

/**
 * `Cache-Control` for clients (RFC 9111 §5.2.2); lifetimes in seconds. `lifeSeconds` is how long the
 * document stays as it is, where that is known.
 */
export function cacheControl(policy: DeliveryPolicy, pollSeconds: number, lifeSeconds = Infinity): string {
  return endingWithin(policy.client ?? `public, max-age=${pollSeconds}`, lifeSeconds);
}

/** `Cloudflare-CDN-Cache-Control` of a document that stays as it is for `lifeSeconds`. */
export function edgeControl({ edge }: DeliveryPolicy, lifeSeconds = Infinity): string {
  return endingWithin(edge, lifeSeconds);
}

/** Shortens a cache life so that it ends within so many seconds, the times for which it may be stale included. */
function endingWithin(control: string, lifeSeconds: number): string {
  let ageSeconds: number | undefined;
  // The age comes first.
  const shortened = control.replace(/\d+/g, (time) => {
    const left = Math.max(0, lifeSeconds - (ageSeconds ?? 0));
    const seconds = Math.min(Number(time), left);
    ageSeconds ??= seconds;
    return String(seconds);
  });
  return shortened === control ? control : shortened.replace(", immutable", "");
}
