import type { FileKind } from "./sniff.ts";

const NAME = /[.-]chapters\.json$|(?:^|\/)chapters\.json$/i;

/**
 * What a file of chapters is (https://github.com/Podcastindex-org/podcast-namespace, JSON chapters): one of
 * that name which holds a list of chapters. Null for any other.
 */
export function chaptersOf(path: string, bytes: Uint8Array): FileKind | null {
  if (!NAME.test(path)) return null;
  try {
    const { chapters } = Object(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    if (!Array.isArray(chapters)) return null;
    return { type: "application/json+chapters", extension: "json", width: null, height: null };
  } catch {
    return null;
  }
}
