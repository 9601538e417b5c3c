import type { Context } from "hono";
import { HonoBase } from "hono/hono-base";
import type { Router } from "hono/router";
import { httpDate } from "../representation/http-date.ts";
import { answer } from "./answer.ts";
import type { EdgeRequest } from "./edge-request.ts";
import { readRequest } from "./edge-request.ts";
import { feedCache } from "./feed-cache.ts";
import type { ReadValue } from "./kv-reader.ts";
import { kvReader } from "./kv-reader.ts";
import { answerPlainly, CROSS_ORIGIN_FIELDS } from "./plain-answer.ts";
import { siteRedirects } from "./site-redirects.ts";
import { logFault } from "./stored-document.ts";
import { tellReleases } from "./tell-releases.ts";

/** What the worker is bound to in wrangler.toml. */
export interface Bindings {
  readonly DOCUMENTS: KVNamespace;
  /** Where media lie that are too large for KV; none where the site has none. */
  readonly MEDIA?: R2Bucket;
  /** Anything: polls of a feed share KV reads through the Cache API, on a custom domain; none: each reads. */
  readonly FEED_CACHE?: string;
  /** The operator's `Strict-Transport-Security` (RFC 6797 §6.1); none where it is not set. */
  readonly STRICT_TRANSPORT_SECURITY?: string;
  /** Anything: tell in `Server-Timing` how long the store took; a worker's clock stands still otherwise. */
  readonly SERVER_TIMING?: string;
}

/** What other origins may ask for (Fetch standard, CORS-preflight fetch). */
const PREFLIGHT_FIELDS = {
  ...CROSS_ORIGIN_FIELDS,
  Allow: "GET, HEAD, OPTIONS",
  "Access-Control-Allow-Methods": "GET, HEAD",
  "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since, A-IM, Range",
  "Access-Control-Max-Age": "86400",
} as const;

/** The edge: GET and HEAD of what was baked, from every origin. */
const app = new HonoBase<{ Bindings: Bindings }>({ router: methodRouter() });

const redirects = siteRedirects();

// HEAD too: hono asks for GET and takes the body off.
app.get(
  handler((request, context) => {
    const { DOCUMENTS, MEDIA, FEED_CACHE } = context.env;
    const readValue: ReadValue = FEED_CACHE
      ? feedCache(request, DOCUMENTS, context.executionCtx)
      : (key) => DOCUMENTS.getWithMetadata(key, "stream");
    return answer(request, kvReader(readValue, request.nowSeconds, MEDIA), redirects);
  }),
);

app.options(
  handler(({ nowSeconds }) => {
    const headers = { ...PREFLIGHT_FIELDS, Date: httpDate(nowSeconds) };
    return new Response(null, { status: 204, headers });
  }),
);

app.notFound(handler(({ nowSeconds }) => answerPlainly(405, nowSeconds)));

export default {
  fetch: app.fetch,
  /** Where site.toml names hubs and wrangler.toml a cron trigger. */
  async scheduled({ scheduledTime }: ScheduledController, { DOCUMENTS }: Bindings): Promise<void> {
    await tellReleases(DOCUMENTS, Math.floor(scheduledTime / 1000));
  },
};

type EdgeContext = Context<{ Bindings: Bindings }>;

/** Reads the clock, once a request; a fault is logged and told as such. */
function handler(respond: (request: EdgeRequest, context: EdgeContext) => Response | Promise<Response>) {
  return async (context: EdgeContext): Promise<Response> => {
    const { req, env } = context;
    const startedMs = Date.now();
    const request = readRequest(req.raw, Math.floor(startedMs / 1000));
    let response: Response;
    try {
      response = await respond(request, context);
    } catch (fault) {
      logFault(fault, request.pathname);
      response = answerPlainly(503, request.nowSeconds);
    }
    if (env.SERVER_TIMING) response.headers.set("Server-Timing", `kv;dur=${Date.now() - startedMs}`);
    // Only over TLS (RFC 6797 §7.2).
    if (env.STRICT_TRANSPORT_SECURITY && req.url.startsWith("https:")) {
      response.headers.set("Strict-Transport-Security", env.STRICT_TRANSPORT_SECURITY);
    }
    return response;
  };
}

/**
 * Routes by method alone: where a path leads is for the store to say. Half the size of hono's smallest
 * router, which knows patterns of paths. One handler answers, so that hono need not compose several
 * for each request: there is no middleware.
 */
function methodRouter<T>(): Router<T> {
  const handlers = new Map<string, T>();
  return {
    name: "method",
    add(method, _path, handler) {
      handlers.set(method, handler);
    },
    match(method) {
      const handler = handlers.get(method);
      return [handler ? [[handler, {}]] : []];
    },
  };
}
