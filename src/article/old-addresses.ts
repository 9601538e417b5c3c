import type { AdoptedFormat } from "./adopted.ts";
import type { ChannelKind } from "./named-channel.ts";

/** What `[feeds]` says. */
export interface OldFeedSettings {
  readonly addresses: readonly OldFeedSetting[];
  /** From old names of channels to the slugs that they have here. */
  readonly slugs: ReadonlyMap<string, string>;
}

/** An old address, and the feed that it stands for. */
export interface OldFeedSetting {
  /** A path, perhaps with a query; with `{tag}` or the like where `kind` is one. */
  readonly address: string;
  readonly format: AdoptedFormat;
  /** Null: the whole site's. */
  readonly kind: ChannelKind | null;
}

/** Where an old path leads, and where that is written. */
export interface Redirect {
  /** A path of the site, or a URL; of a 410 the root. */
  readonly to: string;
  readonly status: number;
  readonly file: string;
  readonly line: number | null;
}
