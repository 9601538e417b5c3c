import { createReadStream, statSync } from "node:fs";
import type { SourceDocument } from "../../migrate/model/document.ts";
import { SourceError } from "../../migrate/model/old-site.ts";

const CHUNK_BYTES = 256 * 1024;

/** Opens a file as a source; `count` hears how far it is read. Throws `SourceError` where there is none. */
export function openSourceFile(path: string, count: (done: number, total: number) => void): SourceDocument {
  const sizeBytes = sizeOf(path);
  return {
    name: path,
    url: null,
    sizeBytes,
    bytes: async function* () {
      let done = 0;
      for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
        done += chunk.byteLength;
        count(Math.floor(done / 1024), Math.ceil(sizeBytes / 1024));
        yield chunk;
      }
    },
  };
}

function sizeOf(path: string): number {
  try {
    const stats = statSync(path);
    if (stats.isFile() && stats.size > 0) return stats.size;
    throw new SourceError(
      stats.isFile()
        ? `${path} is empty; export it again`
        : `${path} is a folder; name the export or the feed`,
    );
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError(`there is no file ${path}; name an export, or the address of a feed`, { cause });
  }
}
