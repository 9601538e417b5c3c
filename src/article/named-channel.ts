/** What a channel beside the site's own gathers articles by. */
export type ChannelKind = "tag" | "section" | "author" | "language";

/** A channel with the slug that it has had since its first publication. */
export interface NamedChannel {
  readonly kind: ChannelKind;
  /** As articles name it. */
  readonly name: string;
  /** The segment of its addresses, percent-encoded. */
  readonly slug: string;
}
