import { Parser } from "htmlparser2";
import type { Tally } from "../model/old-site.ts";
import { SourceError, tally } from "../model/old-site.ts";
import { decodeEntities } from "./entities.ts";
import type { XmlElement } from "./xml-element.ts";
import { isElement } from "./xml-element.ts";
import { XmlNames } from "./xml-names.ts";

/** Takes the parts of a document as they come. */
export interface ItemVisitor {
  /** An element of the channel or feed itself, such as its title. */
  readonly head: (element: XmlElement) => void;
  readonly item: (element: XmlElement) => Promise<void>;
  /** Elements within items that are counted and not read. */
  readonly skipped: ReadonlySet<string>;
  readonly counts: Tally;
}

/** How reading a document ended. */
export interface ItemsRead {
  /** The name of the outermost element; null where there is none. */
  readonly root: string | null;
  /** Whether the document ends in the middle of an item. */
  readonly isCutOff: boolean;
}

const CONTAINERS: ReadonlySet<string> = new Set(["rss", "RDF", "rdf:RDF", "channel", "feed"]);
const ITEMS: ReadonlySet<string> = new Set(["item", "entry"]);
/** Lists of names that say nothing of their own. */
const IGNORED: ReadonlySet<string> = new Set(["items"]);
/** A text without an end would be kept whole: no post is longer. */
const MOST_PENDING = 64 * 1024 * 1024;
const MOST_DEPTH = 200;

/**
 * Reads RSS, RDF, Atom or WXR item by item, in constant memory. Entities of a document type are never
 * expanded, and what is not well formed is read as well as it can be.
 */
export async function readItems(chunks: AsyncIterable<string>, visitor: ItemVisitor): Promise<ItemsRead> {
  const names = new XmlNames();
  const ready: XmlElement[] = [];
  let root: string | null = null;
  let open: XmlElement[] = [];
  let isCdata = false;
  let skipping: string | null = null;
  let pending = 0;

  const finish = (element: XmlElement) => {
    if (ITEMS.has(element.name)) ready.push(element);
    else if (!IGNORED.has(element.name)) visitor.head(element);
  };
  const parser = new Parser(
    {
      onopentag(raw, written) {
        pending = 0;
        if (skipping !== null) return;
        const name = names.of(raw, written);
        root ??= name;
        if (open.length === 0 && CONTAINERS.has(name)) return;
        if (visitor.skipped.has(name)) {
          tally(visitor.counts, name);
          skipping = raw;
          return;
        }
        // An item that was not closed ends where the next one begins.
        if (ITEMS.has(name) && open[0] !== undefined && ITEMS.has(open[0].name)) {
          finish(open[0]);
          open = [];
        }
        const attributes = Object.fromEntries(
          Object.entries(written).map(([key, value]) => [key, decodeEntities(value)]),
        );
        const element: XmlElement = { name, attributes, parts: [] };
        if (open.length < MOST_DEPTH) open.at(-1)?.parts.push(element);
        open.push(element);
      },
      onclosetag(raw) {
        pending = 0;
        if (skipping !== null) {
          if (raw === skipping) skipping = null;
          return;
        }
        const name = names.of(raw, {});
        const at = open.findLastIndex((element) => element.name === name || sameLocal(element.name, raw));
        const [outermost] = open;
        if (at === -1 || outermost === undefined) return;
        open = open.slice(0, at);
        if (at === 0) finish(outermost);
      },
      ontext(text) {
        pending = 0;
        const parts = skipping === null ? open.at(-1)?.parts : undefined;
        const last = parts?.at(-1);
        // A reference may be cut in two where the document is.
        if (last && !isElement(last) && last.isCdata === isCdata) last.text += text;
        else parts?.push({ text, isCdata });
      },
      oncdatastart() {
        isCdata = true;
      },
      oncdataend() {
        isCdata = false;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  for await (const chunk of chunks) {
    pending += chunk.length;
    parser.write(chunk);
    if (pending > MOST_PENDING)
      throw new SourceError("holds a text of more than 64 MiB that has no end; export it again");
    for (const item of ready.splice(0)) await visitor.item(item);
  }
  const isCutOff = open[0] !== undefined && ITEMS.has(open[0].name);
  if (isCutOff) open = [];
  parser.end();
  for (const item of ready.splice(0)) await visitor.item(item);
  return { root, isCutOff };
}

/** An element that declares its own namespace is closed without naming it. */
function sameLocal(name: string, raw: string): boolean {
  return name.replace(/^.*:/, "") === raw.replace(/^.*:/, "");
}
