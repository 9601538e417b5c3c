import type { Exchange } from "../visit/exchange.ts";
import { bodyText, field, mediaType } from "../visit/exchange.ts";

/** A page that asks whether one is human (https://developers.cloudflare.com/cloudflare-challenges/). */
export function isChallenge(exchange: Exchange): boolean {
  if (field(exchange, "cf-mitigated") === "challenge") return true;
  const refused = [403, 429, 503].includes(exchange.answer?.status ?? 0);
  if (!refused || mediaType(exchange) !== "text/html") return false;
  return /<title>(Just a moment|Attention Required|Checking your browser)/i.test(bodyText(exchange) ?? "");
}
