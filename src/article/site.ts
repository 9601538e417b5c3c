import type { Author } from "./article.ts";
import type { AuthorProfile, NavigationLink } from "./author-profile.ts";
import type { FolderHabits } from "./folder-habits.ts";
import type { IconForms } from "./media.ts";
import type { ChannelKind } from "./named-channel.ts";
import type { OldFeedSettings, Redirect } from "./old-addresses.ts";
import type { Podcast } from "./podcast.ts";
import type {
  ArticleFormat,
  DateFrom,
  FeedContent,
  Generator,
  HubSignature,
  ImageSize,
  MediaPlace,
  SlugStyle,
} from "./setting-choices.ts";
import type { SiteStyle } from "./style.ts";
import type { AbsoluteUrl } from "./values.ts";

/** The file of a content folder that holds the settings of its site. */
export const SETTINGS_FILE = "site.toml";

/** The pattern of addresses for the articles in a folder. */
export interface FolderPermalink {
  /** From the content folder on, without slashes at its ends. */
  readonly folder: string;
  readonly pattern: string;
}

/** The pattern of addresses for the articles that a name holds together. */
export interface NamedPermalink {
  readonly kind: "tag" | "section";
  readonly name: string;
  /** As site.toml has it: `category:note`. */
  readonly written: string;
  readonly pattern: string;
}

/** The forms of the site's icon, as paths. */
export type IconAddresses = {
  readonly [Form in keyof IconForms]: null extends IconForms[Form] ? string | null : string;
};

/** What `site.toml` says, with every default filled in. */
export interface Site {
  /** Whose names, marks and rules count in the folder; null: those that mean the same everywhere. */
  readonly generator: Generator | null;
  readonly title: string;
  /** The origin that every link starts with, without a trailing slash. */
  readonly url: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA name of the zone that dates without an offset are read in. */
  readonly timezone: string;
  /** Host of the `url` in site.toml; null where there is none or it is a loopback address. */
  readonly homeHost: string | null;
  /** `host,year` of the ids (RFC 4151); null until the first publication fixes it. */
  readonly authority: string | null;
  readonly authors: readonly Author[];
  /** What pages tell of authors beside name and URL. */
  readonly profiles: readonly AuthorProfile[];
  readonly copyright: string | null;
  /** Path below the content folder, or a URL. In a bake the URL that pages link; null: they link its forms, or ours. */
  readonly icon: string | null;
  /** The icon in its forms, where they could be made. */
  readonly icons?: IconAddresses;
  /** The forms of ours, where the site has none of its own. */
  readonly standardIcon?: Pick<IconAddresses, "ico" | "small" | "touch">;
  /** Pixels of the icon, where it is a file of the site. */
  readonly iconSize?: { readonly width: number; readonly height: number };
  /** Address pattern with tokens such as `{slug}` and `{year}`. */
  readonly permalink: string;
  /** In the order of site.toml: the first of a name counts for an article, then the longest folder, then `permalink`. */
  readonly permalinks: readonly (FolderPermalink | NamedPermalink)[];
  readonly slugs: SlugStyle;
  readonly dateFrom: DateFrom;
  /** Languages that names of files and folders tell, as these names spell them. */
  readonly languages: readonly string[];
  /** The pattern of new ids, with `{address}` or the tokens of addresses; null: `tag:` ids. */
  readonly ids: string | null;
  /** How many articles a feed's window holds. */
  readonly feedItems: number;
  readonly feedContent: FeedContent;
  /** In which forms each article is there beside its page. */
  readonly articleFormats: readonly ArticleFormat[];
  /** Of which kinds channels have archives. */
  readonly channelArchives: readonly ChannelKind[];
  /** How often a reader is asked to poll: client cache life and RSS `ttl`. */
  readonly pollMinutes: number;
  readonly hubs: readonly AbsoluteUrl[];
  /** Whether the site is its own WebSub hub, which then is one of its hubs too. */
  readonly hub: boolean;
  /** How that hub signs what it sends. */
  readonly hubSignature: HubSignature;
  readonly sections: readonly Section[];
  /** Folders that absolute media paths are looked up in, below the content folder or beside it. */
  readonly staticFolders: readonly string[];
  /** What feeds carry of a picture: a size for reading, or its own. */
  readonly images: ImageSize;
  /** Hosts that a bake may ask for the length and type of enclosures there. */
  readonly enclosureHosts: ReadonlySet<string>;
  /** Where media lie: in KV but for those that are too large, or all in the bucket. */
  readonly media: MediaPlace;
  /** Colour of links and marks on pages, `#rrggbb`; null: ours. */
  readonly accent: string | null;
  /** How pages are set. */
  readonly style: SiteStyle;
  /** Whether articles without a picture get one of their headline, for previews of links. */
  readonly socialCards: boolean;
  /** What the head of every page leads to; empty: sections and standing pages. */
  readonly navigation: readonly NavigationLink[];
  /** A sentence at the foot of every page. */
  readonly footer: string | null;
  /** The show that the site's feed is; null where it is none. */
  readonly podcast: Podcast | null;
  /** How its folder is read. */
  readonly habits: FolderHabits;
  /** What marks of a generator's templates stand for, by their names. */
  readonly templates: Readonly<Record<string, string>>;
  /** What the data files of the generator say, which such marks may name. */
  readonly generatorData: GeneratorData;
  /** By the old path as it is written, perhaps with a `*`, a `:name` or a query. */
  readonly redirects: ReadonlyMap<string, Redirect>;
  /** Names in a query by which redirects tell documents from each other, beside the known ones. */
  readonly redirectQueries: ReadonlySet<string>;
  /** Hosts that the site had before. */
  readonly hosts: ReadonlySet<string>;
  /** Feeds that go on at old addresses. */
  readonly feeds: OldFeedSettings;
}

/** The data files of a generator. */
export interface GeneratorData {
  /** Its own settings (`_config.yml`). */
  readonly config: Readonly<Record<string, unknown>>;
  /** What lies in `_data`, by folders and names of files. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Texts that articles may include, by the paths that they name. */
  readonly includes: Readonly<Record<string, string>>;
}

/** A section that the publisher described; others exist by use alone. */
export interface Section {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
}
