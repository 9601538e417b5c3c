import type { Site } from "../../article/site.ts";
import type { Channel } from "../channels/channel.ts";
import type { Fragments } from "../feeds/fragments.ts";

/** What the forms of an article for programs are made from, beside it. */
export interface MachineContext {
  readonly site: Site;
  /** The channel of the whole site. */
  readonly channel: Channel;
  readonly fragments: Fragments;
  /** Writes clean HTML as Markdown. */
  readonly toMarkdown: (html: string) => string;
}
