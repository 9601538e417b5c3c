import type { EpochSeconds } from "../article/values.ts";
import type { DocumentRecord } from "../ledger/ledger.ts";
import type { DocumentKind } from "../representation/cache-policy.ts";
import type { ItemIndex } from "../representation/item-index.ts";
import type { BucketSource, Representation } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { PlainBody } from "./store-representation.ts";

/** When a document is written: what readers load, what feeds name, what they continue, all else, what is past. */
export type PublishPart = "media" | "article" | "archive" | "other" | "past";

/** A document before it is put into a form that the edge serves. */
export interface Document {
  readonly key: StorageKey;
  readonly part: PublishPart;
  readonly kind: DocumentKind;
  readonly type: string;
  readonly status: number;
  readonly pollSeconds: number;
  /** What the ledger can be rebuilt from. */
  readonly memory?: unknown;
  /** The body as of an edition, without any content coding. */
  readonly body: (edition: EpochSeconds) => PlainBody;
  /** Whether the ledger remembers the length of the body too. */
  readonly isPicture?: true;
  /** Of a body that is the same in every edition and need not be read to be known. */
  readonly fingerprint?: Fingerprint;
  /** Whether what was published is known to have been made from the same. */
  readonly isKnown?: boolean;
  /** Digest of the settings that it was made under; none where it depends on no setting. */
  readonly settings?: string;
  /** Whether it gets a new edition, even where it says what it said. */
  readonly isRenewed?: boolean;
  /** `Link` of its answers. */
  readonly link?: string;
  /** `Content-Disposition` of its answers. One that was published without it stays so. */
  readonly disposition?: string;
  /** The file of a body that goes into the bucket. */
  readonly object?: BucketSource;
  /** Where a feed's items lie in its body. */
  readonly index?: (edition: EpochSeconds) => ItemIndex;
}

/** What tells one body from another. */
export interface Fingerprint {
  /** In hexadecimal. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** A document and where it stands in the order of publishing. */
export interface PlacedDocument extends BakedDocument {
  readonly place: number;
}

/** A document as the store should have it. */
export interface BakedDocument {
  readonly key: StorageKey;
  readonly part: PublishPart;
  readonly record: DocumentRecord;
  /** Null where it is what was published before; nothing is compressed then. */
  readonly representation: Representation | null;
}
