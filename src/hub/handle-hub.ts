import { httpDate } from "../representation/http-date.ts";
import { HUB_SIGNATURE_FIELD, MAX_HUB_MESSAGE_BYTES } from "../representation/hub-message.ts";
import { HUB_SECRET_KEY } from "../representation/storage-key.ts";
import { bytesWithin } from "./callback/ask-callback.ts";
import { judgeCallback } from "./callback/callback-rules.ts";
import { HUB_PAGE } from "./hub-page.ts";
import type { HubBindings } from "./objects/bindings.ts";
import { logFault } from "./objects/log.ts";
import { carryOut } from "./requests/carry-out.ts";
import { confirm } from "./requests/confirm.ts";
import { findTopic } from "./requests/find-topic.ts";
import { readMessage } from "./requests/publisher-message.ts";
import { RateLimits } from "./requests/rate-limits.ts";
import { readForm } from "./requests/subscription-request.ts";

/** A form is shorter, in bytes. */
const MAX_FORM_BYTES = 8192;

const limits = new RateLimits();

/**
 * Answers for the hub's address; null where this site has no hub, which is where its store has no secret
 * of one. What a request leads to goes on after the answer, by `later`.
 */
export async function handleHub(
  request: Request,
  env: HubBindings,
  later: (work: Promise<unknown>) => void,
): Promise<Response | null> {
  try {
    // An environment of wrangler.toml may bind none.
    const secret = env.HUB_TOPIC ? await env.DOCUMENTS.get(HUB_SECRET_KEY) : null;
    if (secret === null) return null;
    return dated(await answer(request, env, secret, later), request, env);
  } catch (fault) {
    logFault("request", fault);
    return dated(say(503, "This hub cannot answer now.", { "Retry-After": "30" }), request, env);
  }
}

/** With what every answer of the site has: a date, and the operator's rule for TLS (RFC 6797 §7.2). */
function dated(response: Response, { url }: Request, { STRICT_TRANSPORT_SECURITY }: HubBindings): Response {
  response.headers.set("Date", httpDate(Math.floor(Date.now() / 1000)));
  if (STRICT_TRANSPORT_SECURITY && url.startsWith("https:")) {
    response.headers.set("Strict-Transport-Security", STRICT_TRANSPORT_SECURITY);
  }
  return response;
}

async function answer(
  request: Request,
  env: HubBindings,
  secret: string,
  later: (work: Promise<unknown>) => void,
): Promise<Response> {
  const allow = { Allow: "GET, HEAD, POST, OPTIONS" };
  const { method, headers } = request;
  if (method === "OPTIONS") return new Response(null, { status: 204, headers: allow });
  if (method === "GET" || method === "HEAD") return page(method);
  if (method !== "POST") return say(405, "This hub takes GET and POST.", allow);
  const client = headers.get("CF-Connecting-IP") ?? "";
  const signature = headers.get(HUB_SIGNATURE_FIELD);
  if (signature !== null) return answerPublisher(request, env, secret, signature, client);
  if (
    !/^application\/x-www-form-urlencoded *(?:; *charset="?utf-8"?)?$/i.test(
      headers.get("Content-Type") ?? "",
    )
  )
    return say(415, "Send a form: application/x-www-form-urlencoded, in UTF-8.");
  const sent = await bytesWithin(request.body, MAX_FORM_BYTES);
  if (sent === null) return say(413, `This form is longer than ${MAX_FORM_BYTES} bytes.`);
  return answerForm(new URLSearchParams(new TextDecoder().decode(sent)), request.url, client, env, later);
}

async function answerForm(
  form: URLSearchParams,
  hubUrl: string,
  client: string,
  env: HubBindings,
  later: (work: Promise<unknown>) => void,
): Promise<Response> {
  const { origin, hostname } = new URL(hubUrl);
  const named = URL.parse(form.get("hub.topic") ?? "")?.hostname ?? hostname;
  const rules = { ownHosts: [hostname, named], loopback: env.HUB_LOOPBACK !== undefined };
  const reading = readForm(form, (callback) => judgeCallback(callback, rules));
  if (reading.kind === "refused") return say(400, `${reading.reason}.`);
  if (reading.kind === "ping") return say(202, "This hub hears of news from the site itself.");
  const { request } = reading;
  const taken = { client, host: request.host, topic: request.topic };
  if (!limits.take(taken, Date.now())) return tooMany();
  const topic = await findTopic(request.topic, origin, env.DOCUMENTS);
  if (topic.kind === "unknown") return say(400, `${topic.reason}.`);
  later(confirm(request, topic.self, env).then((isConfirmed) => isConfirmed && limits.giveBack(taken)));
  return say(202, "Accepted: the callback is asked next.");
}

async function answerPublisher(
  request: Request,
  env: HubBindings,
  secret: string,
  signature: string,
  client: string,
): Promise<Response> {
  // Whoever only pretends is not read for long.
  if (!limits.take({ client }, Date.now())) return tooMany();
  const length = Number(request.headers.get("Content-Length") ?? Number.NaN);
  if (!(length <= MAX_HUB_MESSAGE_BYTES)) return say(413, `At most ${MAX_HUB_MESSAGE_BYTES} bytes.`);
  const sent = new Uint8Array(await request.arrayBuffer());
  const read = await readMessage(sent, signature, secret, Math.floor(Date.now() / 1000));
  if (read === null) return say(403, "This is not signed with the secret of the site, or not now.");
  limits.giveBack({ client });
  const answer = await carryOut(read, env);
  if (answer === undefined) return say(400, "The tools that sent this are newer than the worker.");
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}

function tooMany(): Response {
  const fields = { "Retry-After": "60" };
  return say(429, "Too many requests here wait to be confirmed; try again in a minute.", fields);
}

function page(method: string): Response {
  const headers = {
    "Cache-Control": "public, max-age=3600",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Content-Type": "text/html; charset=utf-8",
    "X-Content-Type-Options": "nosniff",
  };
  return new Response(method === "HEAD" ? null : HUB_PAGE, { headers });
}

function say(status: number, sentence: string, fields: Readonly<Record<string, string>> = {}): Response {
  const headers = {
    "Cache-Control": "no-store",
    "Content-Type": "text/plain; charset=utf-8",
    "X-Content-Type-Options": "nosniff",
    ...fields,
  };
  return new Response(`${sentence}\n`, { status, headers });
}
