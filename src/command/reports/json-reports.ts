/**
 * What commands print for programs, as JSON on standard output.
 *
 * @example
 * import type { BakeReport } from "feedwright";
 *
 * const report: BakeReport = JSON.parse(printed);
 */

/** How much a problem or a finding weighs. */
export type Severity = "error" | "warning" | "notice";

/** Something in the content that has to be fixed. */
export interface Problem {
  /** From the content folder on. */
  readonly file: string;
  /** The first line is 1; null where the problem has no single line. */
  readonly line: number | null;
  /** The first is 1; absent where the problem has no single place in its line. */
  readonly column?: number;
  readonly severity: Severity;
  /** What is wrong and how to fix it. */
  readonly message: string;
}

/** Articles by what a publish means for them. */
export interface ChangeCounts {
  readonly new: number;
  readonly changed: number;
  /** Changed, with a correction that was not declared before. */
  readonly corrected: number;
  /** Under another address or in another file; perhaps changed as well. */
  readonly moved: number;
  /** Deleted before, and back under the same id. */
  readonly back: number;
  readonly gone: number;
  readonly kept: number;
}

/** What a bake spends its time on. */
export type Stage = "read" | "parse" | "pictures" | "render" | "compress" | "plan" | "publish" | "total";

/** What a publish stores, and what became of pictures. */
export interface MediaReport {
  /** Pictures that were made in several sizes. */
  readonly pictures: number;
  /** Pictures that stay as they were published, metadata included; `--renew-pictures` makes them anew. */
  readonly asPublished: number;
  /** Length of the values that are written. */
  readonly kvBytes: number;
  /**
   * What the namespace on Cloudflare holds then: names, metadata and values, as far as a listing tells. Null
   * where nobody counted: in a local store, and where less than a megabyte is written without `--dry-run`.
   */
  readonly kvTotalBytes: number | null;
  /** Files that go into R2, one write each or one for each part, and their length. */
  readonly r2Files: number;
  readonly r2Bytes: number;
  /** What the bucket holds of the site then. */
  readonly r2TotalFiles: number;
  readonly r2TotalBytes: number;
}

/** What `bake --json` prints; `deploy --json` and `verify --repair --json` as well. */
export interface BakeReport {
  readonly articles: number;
  /** Files with errors that `--skip-invalid` left out. */
  readonly leftOut: number;
  readonly documents: number;
  /** KV writes and deletions. */
  readonly plan: {
    readonly put: number;
    readonly keep: number;
    readonly delete: number;
    /** Left for the next run, since `--max-writes` allows no more. */
    readonly left: number;
  };
  /** How many of them were carried out. */
  readonly written: number;
  readonly media: MediaReport;
  /** Pages that are drawn anew though their articles did not change, and feeds that change with them; null in the course of things. */
  readonly redrawn: { readonly pages: number; readonly feeds: number } | null;
  readonly changes: ChangeCounts;
  /** Articles that come or go by themselves: when, and how many documents are written for that instant alone. */
  readonly sealed: readonly { readonly file: string; readonly at: string; readonly writes: number }[];
  /** Ordered by file, then line. */
  readonly problems: readonly Problem[];
  /** Milliseconds. `publish` is everything that touches the store. */
  readonly timingsMs: Readonly<Record<Stage, number>>;
  /** Why it stopped, before it wrote anything or half way; null where it did not. */
  readonly refusal: string | null;
  /** A site.toml for a folder that has none, where something tells what it should say. */
  readonly proposal?: string;
}

/** A feed that somebody subscribed to at the site's own hub. */
export interface HubTopicReport {
  /** What the feed calls its `self`. */
  readonly topic: string;
  /** The newest edition that was published, in seconds since 1970; 0 where there was none since the first subscription. */
  readonly edition: number;
  readonly subscribers: number;
  /** Who waits for the newest edition and did not fail yet. */
  readonly pending: number;
  /** Who was not reached with it. */
  readonly late: number;
  /** Some of them. */
  readonly failures: readonly {
    readonly host: string;
    readonly attempts: number;
    readonly reason: string;
    /** When it is tried again, in seconds since 1970; null: with the next edition. */
    readonly due: number | null;
  }[];
}

/** What `hub --json` prints. */
export interface HubReport {
  readonly topics: readonly HubTopicReport[];
  readonly paused: boolean;
  /** Hosts that the operator does not serve. */
  readonly droppedHosts: readonly string[];
  /** Subscriptions that `hub drop` ended just now. */
  readonly dropped: number;
}

/** What `verify --json` prints. Documents are named by their keys in the store. */
export interface VerifyReport {
  /** How many documents are as the ledger says. */
  readonly sound: number;
  /** How many bodies were read, which only `--deep` does; the others were told by their metadata. */
  readonly bodies: number;
  /** Documents whose body is not what their metadata say. */
  readonly corrupt: readonly string[];
  /** In the ledger, not in the store. */
  readonly missing: readonly string[];
  /** Another edition, another body or other metadata than the ledger says. */
  readonly different: readonly string[];
  /** Documents that the ledger does not know. */
  readonly orphans: readonly string[];
  /** Keys of others, which are never touched. */
  readonly foreign: readonly string[];
  /** Whether a publish was left half done; the next bake finishes it. */
  readonly isInterrupted: boolean;
}

/** Something that readers of a site trip over. */
export interface Finding {
  /** Name of the check; it stays as it is. */
  readonly check: string;
  readonly severity: Severity;
  readonly url: string;
  readonly what: string;
  readonly fix: string;
}

/** What `doctor --json` prints. */
export interface DoctorReport {
  readonly url: string;
  /** Addresses of the feeds that were checked. */
  readonly feeds: readonly string[];
  /** The worst first. */
  readonly findings: readonly Finding[];
}

/** What became of a file that an import has: `edited`, `removed` and `taken` were left as people had them. */
export type ImportedFile = "new" | "updated" | "kept" | "edited" | "removed" | "taken";

/** What `import --json` prints. */
export interface ImportReport {
  /** What the source is, such as "WordPress export". */
  readonly source: string;
  readonly posts: number;
  readonly pages: number;
  /** Among both. */
  readonly drafts: number;
  /** Dated in the future. */
  readonly scheduled: number;
  /** Written as HTML, since Markdown would not have said the same. */
  readonly asHtml: number;
  /** Left out by `--since`. */
  readonly older: number;
  /** Articles, by what became of their files. */
  readonly files: Readonly<Record<ImportedFile, number>>;
  /** The same of site.toml. */
  readonly settings: ImportedFile;
  readonly media: {
    readonly fetched: number;
    /** There from an earlier import. */
    readonly kept: number;
    /** All that articles name and that was to be fetched. */
    readonly wanted: number;
    readonly gone: readonly { readonly url: string; readonly why: string }[];
    /** Shown from where they are, by host. */
    readonly elsewhere: Readonly<Record<string, number>>;
  };
  /** What was left out, such as comments and shortcodes, and how often. */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

/** What is remembered of an article. Instants are whole seconds since 1970-01-01T00:00:00Z. */
export interface LedgerArticle {
  /** Order of first publication, from 0. */
  readonly ordinal: number;
  /** Its file, from the content folder on. */
  readonly path: string;
  /** Its id in feeds; it never changes. */
  readonly id: string;
  /** What it asked to be called in its address, percent-encoded. */
  readonly slug: string;
  /** The path of its page, percent-encoded. */
  readonly address: string;
  /** Paths that its page had before, oldest first; they lead to `address`. */
  readonly earlier: readonly string[];
  /** When it was first published. */
  readonly first: number;
  /** The date of publication that it shows. */
  readonly published: number;
  /** Never goes back. */
  readonly updated: number;
  /** Digest of what its source says. */
  readonly digest: string;
  /** The publish that last changed anything of this. */
  readonly edition: number;
  /** A declared correction: the digest of its note, and how many articles there were when it came. */
  readonly correction: { readonly note: string; readonly before: number } | null;
  /** The publish that took it away; null while it is in the site. */
  readonly deleted: number | null;
  /** There where it has always been a page of its own, in no feed. */
  readonly page?: true;
  /**
   * The channels with archives that it joined, by their place in `channels`; of one that it joined later
   * also how many articles the site had published by then, and the publish.
   */
  readonly joined?: readonly (number | readonly [channel: number, before: number, edition: number])[];
  /** More of them: those that it was in before they had archives. */
  readonly implied?: readonly number[];
  /** What its page leads to: the one before it (0: none), then related ones, each by how much lower its ordinal is. */
  readonly beside?: readonly [before: number, ...related: readonly number[]];
}

/** A section, tag, author or language with feeds of its own. */
export interface LedgerChannel {
  readonly kind: "tag" | "section" | "author" | "language";
  /** As articles name it. */
  readonly name: string;
  /** The segment of its addresses, percent-encoded. */
  readonly slug: string;
  /** Places that nobody has in its first archive. */
  readonly gap?: number;
}

/** What `ledger --json` prints and `ledger --export` writes: the ids, addresses and dates of a site. */
export interface LedgerReport {
  /** Of this form. */
  readonly version: 1;
  /** `host,year` that ids begin with; null before the first publication. */
  readonly authority: string | null;
  /** How many articles a document of the archive holds; null before the first publication. */
  readonly windowSize: number | null;
  /** The address pattern of the last publication; null before the first. */
  readonly permalink: string | null;
  /** The last publish, in seconds since 1970-01-01T00:00:00Z; 0 before the first. */
  readonly edition: number;
  /** Slugs of the sections that the head of every page names; absent before they were chosen. */
  readonly leadingSections?: readonly string[];
  /** In the order of first publication. */
  readonly channels: readonly LedgerChannel[];
  /** In the order of first publication; deleted ones stay. */
  readonly articles: readonly LedgerArticle[];
}

/** An item of an old feed. */
export interface AdoptedItem {
  readonly title: string;
  readonly id: string | null;
  readonly link: string | null;
  /** As in 2025-07-01T18:00:00Z. */
  readonly published: string | null;
  /** The article that it is, or may be; absent where the folder has none. */
  readonly path?: string;
  /** By what it was found, such as "address". */
  readonly by?: string;
}

/** What became of the items of an old feed. */
export interface AdoptedFeedReport {
  /** As it was named. */
  readonly feed: string;
  /** Where on this site it was; null where nothing tells. */
  readonly address: string | null;
  readonly format: "rss" | "atom" | "json";
  readonly taken: readonly AdoptedItem[];
  /** Not certain, and not taken. */
  readonly left: readonly AdoptedItem[];
  /** Of no article in the folder. */
  readonly missing: readonly AdoptedItem[];
  /** How many of those taken have another id in this feed than the one that counts. */
  readonly otherIds: number;
  /** How many of them have none. */
  readonly withoutId: number;
  /** How many of them this site has published under another id. */
  readonly published: number;
  readonly remarks: readonly string[];
}

/** An old address, and how the new site answers. */
export interface JudgedAddress {
  /** Path and query; a whole URL on another host. */
  readonly address: string;
  /** How often a log has it. */
  readonly hits: number;
  /** `comments`: a feed of comments, which ends; `elsewhere`: on a host that the site never had. */
  readonly answer: "here" | "moved" | "gone" | "comments" | "lost" | "elsewhere";
  /** Where it leads. */
  readonly to?: string;
  /** Of a lost one, where it most likely meant. */
  readonly nearest?: string;
}

/** What becomes of the addresses of an old site. */
export interface AddressReport {
  /** How many answer 200, lead on in one hop, answer 410, are feeds of comments, are lost, or are another site's. */
  readonly counts: Readonly<Record<JudgedAddress["answer"], number>>;
  /** The most frequent first. */
  readonly addresses: readonly JudgedAddress[];
  /** Lines to add to `[redirects]` in site.toml. */
  readonly redirects: readonly string[];
  readonly remarks: readonly string[];
}

/** What `adopt --json` prints. */
export interface AdoptReport {
  readonly feeds: readonly AdoptedFeedReport[];
  /** Of `--addresses`; null without. */
  readonly addresses: AddressReport | null;
  /** The file that says what is adopted. */
  readonly file: string;
  /** `wanted` by a dry run. */
  readonly became: "written" | "wanted" | "unchanged";
  /** How many entries it has. */
  readonly entries: { readonly adopted: number; readonly feeds: number };
}
