import { percentDecoded } from "../../article/percent-decoded.ts";

/** Names that Windows keeps for itself, and names of a folder's own papers. */
const RESERVED =
  /^(?:con|prn|aux|nul|com\d|lpt\d|index|_index|readme|license|licence|changelog|contributing|404|site)$/i;
/** What Windows, and some other systems, let no name hold. */
const FORBIDDEN = /[<>:"/\\|?*#%\p{Cc}\p{Cf}]+/gu;
/** Bytes of a name: with number and extension it fits every file system. */
const MOST_BYTES = 150;

/** A text as the name of a file or folder on every system; never empty, never hidden. */
export function fileName(text: string): string {
  const safe = text
    .normalize("NFC")
    .toWellFormed()
    .replace(FORBIDDEN, "-")
    .replace(/\s+/gu, "-")
    .replace(/-{2,}/g, "-");
  const name = cut(safe).replace(/^[-._]+|[-.]+$/g, "") || "article";
  return RESERVED.test(name.replace(/\..*$/s, "")) ? `${name}-1` : name;
}

function cut(text: string): string {
  let kept = text;
  while (Buffer.byteLength(kept) > MOST_BYTES)
    kept = [...kept].slice(0, -Math.ceil(kept.length / 20)).join("");
  return kept;
}

/** The name of a media file, by its address. */
export function mediaName(url: string): string {
  const last = percentDecoded(new URL(url).pathname.split("/").at(-1) ?? "");
  const [, stem = last, extension = ""] = /^(.*?)(\.[a-z0-9]{1,5})?$/is.exec(last) ?? [];
  return `${fileName(stem || "file")}${extension.toLowerCase()}`;
}

/** Finds names that are free, also where capitals make no difference. */
export class FreeNames {
  readonly #taken = new Set<string>();

  take(name: string): void {
    this.#taken.add(spelled(name));
  }

  has(name: string): boolean {
    return this.#taken.has(spelled(name));
  }

  /** The path, or the first with a number before its extension that nobody has; taken from then on. */
  free(path: string): string {
    const [, stem = path, extension = ""] = /^(.*?)(\.[a-z0-9]{1,5})?$/is.exec(path) ?? [];
    let free = path;
    for (let number = 2; this.has(free); number += 1) free = `${stem}-${number}${extension}`;
    this.take(free);
    return free;
  }
}

function spelled(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
