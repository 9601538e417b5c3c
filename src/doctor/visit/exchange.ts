/** A request as it went out. */
export interface Asked {
  readonly method: "GET" | "HEAD" | "POST";
  readonly url: string;
  /** Beside those that every request has. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of POST. */
  readonly body?: string;
}

/** An answer as it came in. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Length of the body as sent. */
  readonly sentBytes: number;
  /** The body without its content coding (RFC 9110 §8.4); null where that cannot be undone. */
  readonly body: Uint8Array | null;
}

/** Why there is no answer. */
export interface Fault {
  readonly kind: /** No connection, or an answer that breaks off or is not HTTP. */
    | "broken"
    /** Not asked: an address that is not at http: or https:. */
    | "scheme"
    /** Not asked: a private address that is not the site's own. */
    | "private"
    /** Cut off: larger than a body may be. */
    | "size"
    /** Cut off: longer than an answer may take. */
    | "time"
    /** Not asked: the visit has gone as far as it may. */
    | "spent";
  readonly what: string;
}

/** One request and what came of it: an answer, or the fault in its place. */
export interface Exchange {
  readonly asked: Asked;
  readonly answer: Answer | null;
  readonly fault: Fault | null;
  /** When the answer had come, in milliseconds since 1970. */
  readonly atMs: number;
}

/** A header field of the answer; null where it or the answer is missing. */
export function field({ answer }: Exchange, name: string): string | null {
  return answer?.headers.get(name.toLowerCase()) ?? null;
}

/** The media type without parameters, in lower case; empty where none is named. */
export function mediaType(exchange: Exchange): string {
  return (field(exchange, "Content-Type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

/** The body as text: UTF-8, but what the type says is Latin-1. Null where it cannot be decoded. */
export function bodyText(exchange: Exchange): string | null {
  const bytes = exchange.answer?.body ?? null;
  if (bytes === null) return null;
  const charset = charsetOf(exchange) ?? "utf-8";
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** The charset that the type names, in lower case. */
export function charsetOf(exchange: Exchange): string | null {
  const match = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(field(exchange, "Content-Type") ?? "");
  return match?.[1]?.toLowerCase() ?? null;
}

/** An HTTP-date in milliseconds; null for what is none. Only the form that may be sent (RFC 9110 §5.6.7). */
export function httpDateMs(text: string | null): number | null {
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text ?? "")) return null;
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? null : at;
}
