import type { Answer, Fault } from "./exchange.ts";
import type { Limits } from "./limits.ts";
import { mebibytes, span } from "./limits.ts";

/** What a visit may still cost. */
export interface Budget {
  /** Why nothing more is asked; null where something may be. */
  readonly spent: () => string | null;
  readonly took: (answer: Answer) => void;
  readonly failed: (fault: Fault) => void;
}

/** A budget for one visit, which begins now. */
export function openBudget({ exchangeMs, slowAnswers, visitMs, bodyBytes, visitBytes }: Limits): Budget {
  const endsMs = performance.now() + visitMs;
  let bytes = 0;
  let slow = 0;
  return {
    spent() {
      if (slow >= slowAnswers) return `${slowAnswers} answers took longer than ${span(exchangeMs)}`;
      if (bytes >= visitBytes) return `the site had sent ${mebibytes(visitBytes)}`;
      return performance.now() >= endsMs ? `${span(visitMs)} were over` : null;
    },
    took({ sentBytes, body }) {
      bytes += Math.max(sentBytes, body?.byteLength ?? 0);
    },
    failed({ kind }) {
      if (kind === "time") slow += 1;
      if (kind === "size") bytes += bodyBytes;
    },
  };
}
