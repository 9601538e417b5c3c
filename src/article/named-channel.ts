/** What a channel beside the site's own gathers articles by. */
export type ChannelKind = "tag" | "section" | "author" | "language";

/** A channel with the slug that it has had since its first publication. */
export interface NamedChannel {
  readonly kind: ChannelKind;
  /** As articles name it. */
  readonly name: string;
  /** The segment of its addresses, percent-encoded. */
  readonly slug: string;
  /**
   * Places in front of its first article that nobody has: a channel that stood before it had archives goes
   * on with the feed that its subscribers know.
   */
  readonly gap?: number;
}
