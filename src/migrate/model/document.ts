/** The bytes of a source, which can be read more than once. */
export interface SourceDocument {
  /** As a person named it. */
  readonly name: string;
  /** Where it was fetched from; null for a file. */
  readonly url: string | null;
  readonly bytes: () => AsyncIterable<Uint8Array>;
  readonly sizeBytes: number;
  /** When its server says that it last changed; seconds since 1970. */
  readonly lastModified?: number;
}
