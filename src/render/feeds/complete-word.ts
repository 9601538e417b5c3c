import { lines, markup } from "../text/markup.ts";
import type { FeedPaging } from "./feed-model.ts";

/**
 * What says in RSS and Atom that a feed holds every article there is (RFC 5005 §2). It stands before the
 * first item and not in the head, since the head is a part of every delta, and a delta holds the changes alone.
 */
export function completeWord({ kind }: FeedPaging): string | null {
  return kind === "complete" ? lines(markup`<fh:complete/>`).source : null;
}
