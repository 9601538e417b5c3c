import type { ServerResponse } from "node:http";
import type { SiteState } from "./site-state.ts";

/** Pages that want to be told of every state (server-sent events, HTML §9.2). */
export interface EventStream {
  /** Adds a page; it is told the present state at once. */
  add(response: ServerResponse): void;
  /** Tells every page. */
  send(state: SiteState): void;
}

/** How long a page waits before it asks again, in milliseconds. */
const RETRY_MS = 500;

/** Opens a stream that begins with a state. */
export function openEventStream(first: SiteState): EventStream {
  const pages = new Set<ServerResponse>();
  let state = first;
  return {
    add(response) {
      if (response.destroyed) return;
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      response.write(`retry: ${RETRY_MS}\n${eventOf(state)}`);
      pages.add(response);
      response.once("close", () => pages.delete(response));
    },
    send(next) {
      state = next;
      for (const page of pages) page.write(eventOf(next));
    },
  };
}

function eventOf(state: SiteState): string {
  return `data: ${JSON.stringify(state)}\n\n`;
}
