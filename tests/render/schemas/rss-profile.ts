import type { XmlElement } from "@rgrove/parse-xml";
import { parseXml, XmlElement as XmlElementClass } from "@rgrove/parse-xml";

/** How often an element may stand: exactly once, at most once, any number of times. */
type Count = "1" | "?" | "*";

/** RSS 2.0's channel (https://www.rssboard.org/rss-specification) and what we add by namespace. */
const CHANNEL: Readonly<Record<string, Count>> = {
  title: "1",
  link: "1",
  description: "1",
  language: "?",
  copyright: "?",
  category: "*",
  lastBuildDate: "1",
  generator: "?",
  docs: "?",
  ttl: "?",
  "sy:updatePeriod": "?",
  "sy:updateFrequency": "?",
  image: "?",
  item: "*",
  "atom:link": "*",
  "fh:archive": "?",
  "fh:complete": "?",
  "itunes:author": "?",
  "itunes:owner": "?",
  "itunes:explicit": "?",
  "itunes:type": "?",
  "itunes:image": "?",
  "itunes:category": "*",
  "podcast:guid": "?",
};

const ITEM: Readonly<Record<string, Count>> = {
  title: "1",
  link: "?",
  guid: "1",
  pubDate: "1",
  category: "*",
  description: "1",
  enclosure: "?",
  "atom:updated": "?",
  "content:encoded": "?",
  "dc:creator": "*",
  "dc:contributor": "?",
  "dc:language": "?",
  "media:content": "*",
  "media:thumbnail": "?",
  "itunes:duration": "?",
  "itunes:explicit": "?",
  "itunes:season": "?",
  "itunes:episode": "?",
  "podcast:transcript": "*",
};

/** Texts that must have a form of their own. */
const FORMS: Readonly<Record<string, RegExp>> = {
  pubDate: /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  lastBuildDate: /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  link: /^[a-z][a-z0-9+.-]*:\S+$/,
  ttl: /^[1-9]\d*$/,
  guid: /^\S/,
};

/** Where an RSS document leaves the strict profile; empty where it does not. Throws where it is not well formed. */
export function rssFaults(text: string): string[] {
  const { root } = parseXml(text);
  const [channel, ...more] = root ? elementsOf(root) : [];
  if (root?.name !== "rss" || root.attributes.version !== "2.0" || !channel || more.length > 0) {
    return ["is not one channel in rss version 2.0"];
  }
  const prefixes = new Set(Object.keys(root.attributes).map((name) => name.replace(/^xmlns:/, "")));
  const items = elementsOf(channel).filter(({ name }) => name === "item");
  const guids = items.map((item) => elementsOf(item).find(({ name }) => name === "guid")?.text ?? "");
  return [
    ...faultsOf(channel, CHANNEL, prefixes),
    ...items.flatMap((item) => [...faultsOf(item, ITEM, prefixes), ...itemFaults(item)]),
    ...guids.filter((guid, at) => guids.indexOf(guid) !== at).map((guid) => `guid ${guid} stands twice`),
  ];
}

function itemFaults(item: XmlElement): string[] {
  const faults: string[] = [];
  for (const { name, attributes } of elementsOf(item)) {
    if (name === "guid" && attributes.isPermaLink !== "false") faults.push("guid does not say isPermaLink");
    if (name !== "enclosure") continue;
    const { url = "", type = "", length = "" } = attributes;
    if (!/^https?:/.test(url) || !type.includes("/") || !/^\d+$/.test(length)) {
      faults.push(`enclosure ${url} ${type} ${length}`);
    }
  }
  return faults;
}

function faultsOf(
  parent: XmlElement,
  allowed: Readonly<Record<string, Count>>,
  prefixes: ReadonlySet<string>,
): string[] {
  const children = elementsOf(parent);
  const counted = Map.groupBy(children, ({ name }) => name);
  const faults: string[] = [];
  for (const [name, same] of counted) {
    if (!(name in allowed)) faults.push(`${parent.name} has ${name}`);
    if (allowed[name] !== "*" && same.length > 1)
      faults.push(`${parent.name} has ${name} ${same.length} times`);
    const [prefix, local] = name.split(":");
    if (local && !prefixes.has(prefix ?? "")) faults.push(`${name} has no namespace`);
    const form = FORMS[name];
    for (const { text } of same) if (form && !form.test(text)) faults.push(`${name} is ${text}`);
  }
  for (const [name, count] of Object.entries(allowed)) {
    if (count === "1" && !counted.has(name)) faults.push(`${parent.name} lacks ${name}`);
  }
  return faults;
}

function elementsOf({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => child instanceof XmlElementClass);
}
