import { detached } from "../model/detached.ts";

/** A file of WordPress' media library. */
export interface Attachment {
  readonly url: string;
  readonly alt: string;
  readonly caption: string;
  readonly title: string;
  /** The post that it was uploaded to. */
  readonly parent: string;
}

/** The media library of an export: by id, by address of its page, by post. */
export class Attachments {
  readonly #byId = new Map<string, Attachment>();
  readonly #byPage = new Map<string, string>();
  readonly #byParent = new Map<string, string[]>();
  readonly #urls = new Set<string>();

  add(id: string, page: string | null, attachment: Attachment): void {
    const own: Attachment = {
      url: detached(attachment.url),
      alt: detached(attachment.alt),
      caption: detached(attachment.caption),
      title: detached(attachment.title),
      parent: detached(attachment.parent),
    };
    const key = detached(id);
    this.#byId.set(key, own);
    this.#urls.add(own.url);
    if (page) this.#byPage.set(detached(page), key);
    if (own.parent !== "0" && own.parent !== "") {
      const list = this.#byParent.get(own.parent);
      if (list) list.push(key);
      else this.#byParent.set(own.parent, [key]);
    }
  }

  get size(): number {
    return this.#byId.size;
  }

  byId(id: string): Attachment | null {
    return this.#byId.get(id.trim()) ?? null;
  }

  /** The file whose page an address is; null where it is none. */
  byPage(address: string): Attachment | null {
    const id = this.#byPage.get(address) ?? /[?&]attachment_id=(\d+)/.exec(address)?.[1];
    return id === undefined ? null : this.byId(id);
  }

  of(parent: string): readonly Attachment[] {
    return (this.#byParent.get(parent) ?? []).flatMap((id) => this.byId(id) ?? []);
  }

  /** The file that a smaller copy was made of (`photo-300x200.jpg` of `photo.jpg`); else the address itself. */
  original(url: string): string {
    const bare = url.replace(/[?#].*$/s, "");
    const full = bare.replace(/-\d{1,5}x\d{1,5}(\.\w{2,5})$/, "$1");
    const candidates = [full, full.replace(/(\.\w{2,5})$/, "-scaled$1")];
    const found = candidates.find((candidate) => this.#urls.has(candidate));
    return full === bare || found === undefined ? url : found;
  }

  hosts(): ReadonlySet<string> {
    const hosts = new Set<string>();
    for (const url of this.#urls) {
      const host = URL.parse(url)?.host;
      if (host) hosts.add(host);
    }
    return hosts;
  }
}
