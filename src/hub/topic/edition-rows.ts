import type { EntityTag } from "../../representation/entity-tag.ts";
import { opaqueTag, taggedEdition } from "../../representation/entity-tag.ts";
import type { EditionMessage } from "../../representation/hub-message.ts";
import { joinedBytes } from "../../representation/joined-bytes.ts";
import type { Edition, EditionHead } from "../objects/bindings.ts";

/** A row holds two million bytes at most (https://developers.cloudflare.com/durable-objects/platform/limits/). */
const ROW_BYTES = 1_500_000;

/** The newest bytes of a topic in rows. */
export class EditionRows {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** The newest edition; 0 before the first. */
  newest(): number {
    return this.#head()?.edition ?? 0;
  }

  read(): Edition | null {
    const [row] = this.#sql
      .exec<{ head: string; index_bytes: number }>("SELECT head, index_bytes FROM edition")
      .toArray();
    if (!row) return null;
    const parts = this.#sql.exec<{ bytes: ArrayBuffer }>("SELECT bytes FROM part ORDER BY number").toArray();
    const bytes = joinedBytes(parts.map((part) => new Uint8Array(part.bytes)));
    return {
      ...(JSON.parse(row.head) as EditionHead),
      index: bytes.slice(0, row.index_bytes),
      body: bytes.slice(row.index_bytes),
    };
  }

  /** Puts a newer edition in the place of the last one. `bytes` are its item index and its body. */
  write({ do: _, indexBytes, ...message }: EditionMessage, bytes: Uint8Array): void {
    const before = this.#head();
    const isComparable = before !== null && settingsOf(before.tag) === settingsOf(message.tag);
    const comparableSince = isComparable ? before.comparableSince : message.edition;
    const head: EditionHead = { ...message, comparableSince };
    this.#sql.exec("INSERT OR REPLACE INTO edition VALUES (1, ?, ?)", JSON.stringify(head), indexBytes);
    const parts = Math.max(1, Math.ceil(bytes.byteLength / ROW_BYTES));
    for (let number = 0; number < parts; number += 1) {
      const part = bytes.slice(number * ROW_BYTES, (number + 1) * ROW_BYTES);
      this.#sql.exec("INSERT OR REPLACE INTO part VALUES (?, ?)", number, part);
    }
    this.#sql.exec("DELETE FROM part WHERE number >= ?", parts);
  }

  /** What comes before the bytes; null before the first edition. */
  #head(): EditionHead | null {
    const [row] = this.#sql.exec<{ head: string }>("SELECT head FROM edition").toArray();
    return row ? (JSON.parse(row.head) as EditionHead) : null;
  }
}

/** Equal for two editions of which one can be told by what changed since the other. */
function settingsOf(tag: string): string | undefined {
  return taggedEdition(opaqueTag(tag as EntityTag))?.settings;
}
