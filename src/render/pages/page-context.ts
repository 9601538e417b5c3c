import type { NavigationLink } from "../../article/author-profile.ts";
import type { Site } from "../../article/site.ts";
import type { Channel } from "../channels/channel.ts";
import type { ChannelDirectory } from "../channels/channel-directory.ts";

/** Where the stylesheets of pages stand, as paths. */
export interface Stylesheets {
  /** That of every page. */
  readonly stylesheet: string;
  /** That of code, formulas and lists of terms, for pages that have some. */
  readonly textStylesheet: string;
}

/** What every page of a site is drawn with. Nothing here may change with an article: it is on all pages. */
export interface PageContext extends Stylesheets {
  readonly site: Site;
  /** The channel of the whole site, which every page offers. */
  readonly channel: Channel;
  readonly directory: ChannelDirectory;
  readonly navigation: readonly NavigationLink[];
  /** Whether it has more than one section, so that lists say which an article is of. */
  readonly hasSections: boolean;
}
