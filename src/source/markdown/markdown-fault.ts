/** A place in a Markdown text that would take the renderer more than a moment. */
export interface MarkdownFault {
  readonly offset: number;
  readonly message: string;
}

/** A shorter text takes no time to speak of, whatever it holds. */
export const HARMLESS_LENGTH = 30_000;
