import { TextDecoder } from "node:util";
import type { Tally } from "../model/old-site.ts";
import { tally } from "../model/old-site.ts";

/** So many bytes tell in which encoding a document is. */
const HEAD_BYTES = 4 * 1024 * 1024;

/**
 * Decodes a document as it comes: by its byte order mark, by the encoding that its XML declaration
 * names, or else as UTF-8; as Windows-1252 where its first bytes are no UTF-8 at all (XML 1.0 appendix
 * F, WHATWG Encoding §4). Bytes that do not belong are replaced by U+FFFD and counted.
 */
export async function* decodeChunks(
  bytes: AsyncIterable<Uint8Array>,
  strange: Tally,
): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let head: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    if (decoder === null) {
      head.push(chunk);
      length += chunk.byteLength;
      if (length < HEAD_BYTES) continue;
      decoder = decoderOf(Buffer.concat(head));
      yield* decoded(decoder, head, strange);
      head = [];
    } else yield* decoded(decoder, [chunk], strange);
  }
  decoder ??= decoderOf(Buffer.concat(head));
  yield* decoded(decoder, head, strange);
  yield decoder.decode();
}

function* decoded(decoder: TextDecoder, chunks: readonly Uint8Array[], strange: Tally): Generator<string> {
  for (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text.includes("\uFFFD")) {
      const count = text.split("\uFFFD").length - 1;
      tally(strange, "bytes", count);
    }
    yield text;
  }
}

function decoderOf(head: Uint8Array): TextDecoder {
  const start = Buffer.from(head.subarray(0, 200)).toString("latin1");
  if (start.startsWith("\xFF\xFE")) return new TextDecoder("utf-16le");
  if (start.startsWith("\xFE\xFF")) return new TextDecoder("utf-16be");
  const named = /^(?:\xEF\xBB\xBF)?\s*<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/i.exec(start)?.[1] ?? "utf-8";
  const label = isLabel(named) && !/^utf-?16/i.test(named) ? named : "utf-8";
  if (!/^utf-?8$/i.test(label)) return new TextDecoder(label);
  return new TextDecoder(isUtf8(head) ? "utf-8" : "windows-1252");
}

function isLabel(label: string): boolean {
  try {
    return new TextDecoder(label) !== null;
  } catch {
    return false;
  }
}

/** Whether bytes are UTF-8, be it with a few that are broken. */
function isUtf8(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head);
  const broken = text.split("\uFFFD").length - 1;
  // What is cut off at the end is one.
  if (broken <= 1) return true;
  let beyond = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127 && code !== 0xfffd) beyond += 1;
  }
  return beyond > broken;
}
