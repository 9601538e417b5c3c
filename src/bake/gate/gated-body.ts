import type { Problem } from "../../article/problem.ts";
import type { EpochSeconds } from "../../article/values.ts";
import { joinFeed } from "../../render/feeds/feed-text.ts";
import type { Output } from "../../render/output.ts";
import type { Gate } from "./gate.ts";

/** The body of an output, and what the gate says of it. */
export interface GatedBody {
  readonly body: (edition: EpochSeconds) => string;
  /** Of the body that was rendered last; asked only where that is to be published. */
  readonly problems: () => Problem[];
}

/** Renders an output so that the gate can look at what was rendered. */
export function gatedBody(output: Output, gate: Gate): GatedBody {
  return output.format === null
    ? watched(
        (edition) => output.render(edition),
        (text) => text,
        (text) => (/^(text\/x-opml|application\/xml)\b/.test(output.type) ? gate.xml(output.key, text) : []),
      )
    : watched(
        (edition) => output.render(edition),
        joinFeed,
        (text) => gate.feed(output, text),
      );
}

function watched<T>(
  render: (edition: EpochSeconds) => T,
  join: (rendered: T) => string,
  check: (rendered: T) => Problem[],
): GatedBody {
  let last: T | null = null;
  return {
    body(edition) {
      last = render(edition);
      return join(last);
    },
    problems: () => (last === null ? [] : check(last)),
  };
}
