import { httpDate } from "../representation/http-date.ts";

/** What the edge says by itself, without the store: one sentence each. */
const SENTENCES = {
  400: "This address is malformed.",
  404: "There is nothing at this address.",
  405: "This site answers GET and HEAD.",
  410: "This is no longer published.",
  412: "The document is another one.",
  414: "This address is too long.",
  416: "The document is shorter.",
  503: "This site cannot answer now.",
} as const;

export type PlainStatus = keyof typeof SENTENCES;

const LOST = { "Cache-Control": "public, max-age=0", "Cloudflare-CDN-Cache-Control": "no-store" };

/** Fields that single statuses need (RFC 9110 §15.5.6, §10.2.3). */
const STATUS_FIELDS: { readonly [status in PlainStatus]?: Readonly<Record<string, string>> } = {
  404: LOST,
  405: { Allow: "GET, HEAD, OPTIONS" },
  410: LOST,
  // Half a minute, the shortest time for which KV keeps a miss.
  503: { "Retry-After": "30" },
};

/** Fields by which a page of another origin may read an answer (Fetch standard, CORS protocol). */
export const CROSS_ORIGIN_FIELDS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, IM, Link, Retry-After, Content-Range",
} as const;

/** A status with its sentence. `nowSeconds` is seconds since 1970; `fields` come on top. */
export function answerPlainly(
  status: PlainStatus,
  nowSeconds: number,
  fields?: Readonly<Record<string, string>>,
): Response {
  return sentence(status, SENTENCES[status], nowSeconds, { ...STATUS_FIELDS[status], ...fields });
}

/** A redirect that says where it leads (RFC 9110 §15.4). The target is safe in a field. */
export function redirect(
  status: number,
  location: string,
  nowSeconds: number,
  fields: Readonly<Record<string, string>>,
): Response {
  return sentence(status, `Now at ${location}`, nowSeconds, { Location: location, ...fields });
}

function sentence(
  status: number,
  text: string,
  nowSeconds: number,
  fields: Readonly<Record<string, string>>,
): Response {
  const body = `${text}\n`;
  const headers = {
    ...CROSS_ORIGIN_FIELDS,
    "Cache-Control": "no-store",
    // Every sentence and target is ASCII. HEAD has the length too.
    "Content-Length": String(body.length),
    "Content-Type": "text/plain; charset=utf-8",
    Date: httpDate(nowSeconds),
    "X-Content-Type-Options": "nosniff",
    ...fields,
  };
  return new Response(body, { status, headers });
}
