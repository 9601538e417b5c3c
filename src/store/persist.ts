import { StoreError } from "./store.ts";

/** How long a remote store keeps at one thing before it gives up. */
export interface Patience {
  /** The first try included. */
  readonly attempts: number;
  /** Doubled with every further try. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** For an answer to a small request; a large one gets more (`timeoutMs`). */
  readonly answerMs: number;
}

/** About a minute of trouble; waits that the service asks for are not counted. */
export const PATIENCE: Patience = {
  attempts: 8,
  firstDelayMs: 500,
  longestDelayMs: 30_000,
  answerMs: 30_000,
};

/** Cloudflare shuts a caller out for five minutes; a longer wait is not for this run. */
const LONGEST_ASKED_MS = 330_000;

/** The slowest line that a publish is meant to work over, in bytes a millisecond. */
const SLOWEST_LINE = 50;

/** A fault that may pass by itself. Its message is what a person reads if it does not. */
export class PassingFault extends StoreError {
  /** What the service asked to wait (RFC 9110 §10.2.3), in milliseconds; null where it said nothing. */
  readonly retryAfterMs: number | null;

  constructor(message: string, options: { readonly retryAfterMs?: number | null; readonly cause?: unknown }) {
    super(message, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

/** Tries until it works, or a fault is no passing one, or patience ends. Throws the last fault. */
export async function persist<T>(patience: Patience, attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (fault) {
      if (!(fault instanceof PassingFault) || tried >= patience.attempts) throw fault;
      if ((fault.retryAfterMs ?? 0) > LONGEST_ASKED_MS) throw fault;
      const waitMs = fault.retryAfterMs ?? backoffMs(patience, tried, Math.random());
      await new Promise((done) => setTimeout(done, waitMs));
    }
  }
}

/**
 * How long to wait after the nth try: the doubled delay, half of it by chance, so that several
 * callers do not come back together. `chance` lies in [0, 1).
 */
export function backoffMs(patience: Patience, tried: number, chance: number): number {
  const delay = Math.min(patience.longestDelayMs, patience.firstDelayMs * 2 ** (tried - 1));
  return Math.round(delay * (0.5 + chance / 2));
}

/** How long to wait for the answer to a request with a body of so many bytes. */
export function timeoutMs(patience: Patience, bodyBytes: number): number {
  return patience.answerMs + Math.ceil(bodyBytes / SLOWEST_LINE);
}

/** Reads `Retry-After` as milliseconds from `nowMs`: seconds, or a date. Null where it is neither. */
export function parseRetryAfter(field: string | null, nowMs: number): number | null {
  if (field === null) return null;
  if (/^\d+$/.test(field.trim())) return Number(field) * 1000;
  const at = Date.parse(field);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
