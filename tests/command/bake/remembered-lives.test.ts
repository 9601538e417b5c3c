import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { bake } from "../../../src/command/bake/bake.ts";
import type { StorageKey } from "../../../src/representation/storage-key.ts";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../../content-folder.ts";

const NOW = Date.UTC(2025, 6, 1) / 1000;
const dated = (text: string, matter = "") => `---\ndate: 2025-06-01\n${matter}---\n${text}\n`;
const svg = (height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="${height}"><path d="M0 0h8v4z"/></svg>`;

type Files = Readonly<Record<string, string>>;

/** A life of a folder: what it is at first, and what becomes of it; null takes a file away. */
interface Life {
  readonly name: string;
  readonly files: Files;
  readonly change: (write: (path: string, text: string | null) => void, content: string) => void;
}

const OTHERS = Object.fromEntries([1, 2, 3].map((at) => [`content/z${at}.md`, dated(`# Z${at}\n\nText.`)]));
const STATIC = `${SITE_TOML}static = ["static"]\n`;

const LIVES: readonly Life[] = [
  {
    name: "two articles of one name, one of which comes later",
    files: { "content/lock.md": dated("Lock."), "content/y.md": dated("Of [it](/lock).") },
    change: (write) => write("content/lock/index.md", dated("Lock too.")),
  },
  {
    name: "a text that was a file of another article, and is none any more",
    files: {
      "content/p/lock/index.md": dated("See [notes](notes.txt)."),
      "content/p/lock/notes.txt": "Notes\n\nOf the lock.\n",
      "content/p/y.md": dated("See [notes](/p/lock/notes.txt)."),
    },
    change: (write) => write("content/p/lock/index.md", dated("See nothing.")),
  },
  {
    name: "a text that becomes a file of another article",
    files: {
      "content/p/lock/index.md": dated("See nothing."),
      "content/p/lock/notes.txt": "Notes\n\nOf the lock.\n",
      "content/p/y.md": dated("See [notes](/p/lock/notes.txt)."),
    },
    change: (write) => write("content/p/lock/index.md", dated("See [notes](notes%2Etxt).")),
  },
  {
    name: "an article where a static text lay",
    files: {
      "content/site.toml": STATIC,
      "static/map.txt": "A map.",
      "content/y.md": dated("See [it](/map.txt)."),
    },
    change: (write) => write("content/map.txt", "Map\n\nOf the quay.\n"),
  },
  {
    name: "a picture that becomes a link out of the folder",
    files: { "content/boat.svg": svg(4), "boat.svg": svg(4), "content/y.md": dated("![it](boat.svg)") },
    change: (write, content) => {
      write("content/boat.svg", null);
      symlinkSync(join(content, "../boat.svg"), join(content, "boat.svg"));
      write("content/z1.md", dated("Another text."));
    },
  },
  {
    name: "a picture that becomes a folder",
    files: { "content/boat.svg": svg(4), "content/y.md": dated("![it](boat.svg)") },
    change: (write, content) => {
      write("content/boat.svg", null);
      mkdirSync(join(content, "boat.svg"));
    },
  },
  {
    name: "a file that had expired, and is deleted",
    files: { "content/b.md": dated("B.", "expires: 2025-06-02\n"), "content/y.md": dated("See [it](b.md).") },
    change: (write) => write("content/b.md", null),
  },
  {
    name: "a static picture that only another article names from the root",
    files: {
      "content/site.toml": STATIC,
      "static/images/boat.svg": svg(4),
      "content/b.md": dated("![it](images/boat.svg)"),
      "content/c.md": dated("![it](/images/boat.svg)"),
    },
    change: (write) => write("content/c.md", dated("Nothing.")),
  },
  {
    name: "another file of the same bytes",
    files: { "content/x.mp3": "ID3 sound", "content/y.md": dated("Sound.", "enclosures: [x.mp3]\n") },
    change: (write) => {
      write("content/z.mp3", "ID3 sound");
      write("content/w.md", dated("More.", "enclosures: [z.mp3]\n"));
    },
  },
  {
    name: "a picture that is none, where a redirect begins",
    files: {
      "content/_redirects": "/boat.png /y\n",
      "content/boat.png": "no picture",
      "content/y.md": dated("See [it](/boat.png)."),
    },
    change: (write) => write("content/z1.md", dated("Another text.")),
  },
];

test.for(LIVES)(
  "a bake with what is remembered does what one anew does: $name",
  async ({ files, change }) => {
    const folder = contentFolder({ "content/site.toml": SITE_TOML, ...OTHERS, ...files });
    const content = join(folder, "content");
    const twins = [false, true].map((full) => ({
      full,
      persistTo: temporaryFolder(),
      store: new MemoryStore(),
    }));
    let now = NOW;
    const expectEqual = async () => {
      now += 60;
      const done: unknown[] = [];
      for (const { full, persistTo, store } of twins) {
        const flags = { content, persistTo, full, now, verbose: true, allowDeletions: true };
        const { report } = await bake(flags, async () => store);
        const { timingsMs: _, ...told } = report;
        const held: unknown[] = [];
        for await (const { key, metadata } of store.list()) {
          const { value } = (await store.get(key as StorageKey)) ?? {};
          held.push([key, metadata, Buffer.from(value ?? []).toString("base64")]);
        }
        done.push({ told, held });
      }
      expect(done[0]).toEqual(done[1]);
    };
    const write = (path: string, text: string | null) => {
      rmSync(join(folder, path), { force: true });
      if (text === null) return;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    await expectEqual();
    await expectEqual();
    change(write, content);
    await expectEqual();
    await expectEqual();
  },
);
