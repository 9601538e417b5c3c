/** What a document is to a cache and a browser. */
export type DocumentKind = "feed" | "page" | "asset" | "media" | "text" | "error";

/** How one kind of document is served. */
export interface DeliveryPolicy {
  /** How long a client may reuse it unasked; null: the publisher's poll interval, in the metadata. */
  readonly maxAgeSeconds: number | null;
  readonly immutable: boolean;
  /** Whether other origins may read it (Fetch standard, CORS protocol). */
  readonly crossOrigin: boolean;
  /** Fields of its own, beside validators and length. */
  readonly fields: Readonly<Record<string, string>>;
}

const PAGE_FIELDS = {
  "Content-Security-Policy":
    "default-src 'none'; img-src 'self' https: data:; media-src 'self' https:; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Content-Type-Options": "nosniff",
} as const;

const PLAIN_FIELDS = { "X-Content-Type-Options": "nosniff" } as const;

/** One row a kind; every answer of the worker follows from it. */
export const DELIVERY: Readonly<Record<DocumentKind, DeliveryPolicy>> = {
  feed: { maxAgeSeconds: null, immutable: false, crossOrigin: true, fields: PLAIN_FIELDS },
  page: { maxAgeSeconds: 60, immutable: false, crossOrigin: false, fields: PAGE_FIELDS },
  media: {
    maxAgeSeconds: 31_536_000,
    immutable: true,
    crossOrigin: true,
    fields: {
      "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      "X-Content-Type-Options": "nosniff",
    },
  },
  asset: { maxAgeSeconds: 31_536_000, immutable: true, crossOrigin: true, fields: PLAIN_FIELDS },
  text: { maxAgeSeconds: 3600, immutable: false, crossOrigin: true, fields: PLAIN_FIELDS },
  error: { maxAgeSeconds: 60, immutable: false, crossOrigin: true, fields: PAGE_FIELDS },
};

/** Whether a stored word is the name of a kind. */
export function isDocumentKind(word: unknown): word is DocumentKind {
  return typeof word === "string" && Object.hasOwn(DELIVERY, word);
}

/** `Cache-Control` for clients (RFC 9111 §5.2.2); lifetimes in seconds. */
export function cacheControl(policy: DeliveryPolicy, pollSeconds: number): string {
  const maxAge = policy.maxAgeSeconds ?? pollSeconds;
  return `public, max-age=${maxAge}${policy.immutable ? ", immutable" : ""}`;
}
