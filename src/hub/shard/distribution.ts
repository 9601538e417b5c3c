import { changedParts } from "../../representation/changed-parts.ts";
import type { HubSignature } from "../../representation/hub-message.ts";
import type { ItemIndex } from "../../representation/item-index.ts";
import { decodeItemIndex } from "../../representation/item-index.ts";
import { joinedBytes } from "../../representation/joined-bytes.ts";
import type { Edition } from "../objects/bindings.ts";

/** What WebSub lets a hub send in part (WebSub §7). */
const IN_PART = /^application\/(?:rss|atom)\+xml\b/;

/** The names of hashes in the Web Cryptography API. */
const HASHES: Readonly<Record<HubSignature, string>> = {
  sha1: "SHA-1",
  sha256: "SHA-256",
  sha384: "SHA-384",
  sha512: "SHA-512",
};

/** An edition of a topic as it is sent out (WebSub §7). */
export class Distribution {
  readonly #edition: Edition;
  readonly #index: ItemIndex | null;
  readonly #bodies = new Map<number, Uint8Array>();

  constructor(edition: Edition) {
    const { index, body, type } = edition;
    this.#edition = edition;
    this.#index = IN_PART.test(type) ? decodeItemIndex(index, body.byteLength) : null;
  }

  get number(): number {
    return this.#edition.edition;
  }

  /** What a subscriber is sent who has the edition `had`: what changed since where that is less, else all. */
  bodyFor(had: number, nowSeconds: number): Uint8Array {
    const known = this.#bodies.get(had);
    if (known) return known;
    const body = this.#changesSince(had, nowSeconds) ?? this.#edition.body;
    this.#bodies.set(had, body);
    return body;
  }

  /** The request to a callback, signed where the subscriber gave a secret (WebSub §7.1). */
  async request(secret: string | null, body: Uint8Array): Promise<RequestInit> {
    const { type, link, signature } = this.#edition;
    const headers: Record<string, string> = {
      "Content-Type": type,
      Link: link,
      "User-Agent": "Feedwright-Hub",
    };
    if (secret !== null) headers["X-Hub-Signature"] = `${signature}=${await sign(secret, signature, body)}`;
    return { method: "POST", headers, body };
  }

  #changesSince(had: number, nowSeconds: number): Uint8Array | null {
    const { edition, comparableSince, body } = this.#edition;
    if (this.#index === null || had < comparableSince) return null;
    const size = { sizeBytes: body.byteLength, lastModified: edition };
    const parts = changedParts(this.#index, had, size, nowSeconds);
    if (parts === null) return null;
    return joinedBytes(parts.map(({ offset, length }) => body.subarray(offset, offset + length)));
  }
}

async function sign(secret: string, signature: HubSignature, body: Uint8Array): Promise<string> {
  const algorithm = { name: "HMAC", hash: HASHES[signature] };
  const bytes = new TextEncoder().encode(secret);
  const key = await crypto.subtle.importKey("raw", bytes, algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, body)).toHex();
}
