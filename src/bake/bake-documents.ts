import type { ArticleListing } from "../article/article.ts";
import type { Problem } from "../article/problem.ts";
import type { EpochSeconds } from "../article/values.ts";
import type { Windows } from "../article/windows.ts";
import { mapWindows } from "../article/windows.ts";
import { tombstonesOf } from "../ledger/tombstones.ts";
import { windowsOf } from "../ledger/windows.ts";
import { newestFirst } from "../render/channel.ts";
import { siteOutputs } from "../render/outputs.ts";
import { goneRepresentation, movedRepresentation } from "../representation/moved.ts";
import type { Representation } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { addressClash } from "./address-clash.ts";
import type { BakedDocument, Baking } from "./bake-document.ts";
import { bakeDocument, bakePast } from "./bake-document.ts";
import { openGate } from "./gate.ts";
import { gatedBody } from "./gated-body.ts";
import { memoriesOf } from "./memories.ts";
import type { OpenBake } from "./open-bake.ts";
import { mediaDocument, outputDocument, stylesheetDocument } from "./site-documents.ts";

/** Which documents of a site are baked here, where several bake them side by side: part `number` of `count`. */
export interface Share {
  readonly number: number;
  readonly count: number;
}

/** All of them. */
export const WHOLE: Share = { number: 0, count: 1 };

/** A baked document with its place in the order of publishing. */
export interface BakedPart {
  readonly position: number;
  /** Null where another document has its address. */
  readonly document: BakedDocument | null;
  /** What the gate says of it. */
  readonly problems: readonly Problem[];
}

/** Neighbours that stay together, since the formats of a feed share their pieces. */
const NEIGHBOURS = 60;

/**
 * Bakes a share of a site's documents, in their order. The first share has media and what is past
 * beside its part of the rest. All shares of one bake together are the site, however many there are.
 */
export function* bakeDocuments(bake: OpenBake, share: Share): Generator<BakedPart> {
  const { input, site, settings, edition, remembered, identified, articles, past, channels } = bake;
  const { clock, known = new Map(), keep = inMemory } = input;
  const baking: Baking = { edition, before: input.ledger.documents, known, keep, clock };
  const isFirst = share.number === 0;
  let position = 0;

  const style = stylesheetDocument(input.stylesheet, site);
  // Files with the same bytes have one address.
  const media = [...new Map(input.media.map((one) => [one.address, one])).values()];
  for (const document of [style, ...media.map((one) => mediaDocument(one, site))]) {
    position += 1;
    if (isFirst) yield { position, document: bakeDocument(document, baking), problems: [] };
  }

  const memories = memoriesOf(identified.records, channels, remembered);
  const gate = openGate(articles, edition);
  const taken = new Set<string>();
  const outputs = siteOutputs({
    site,
    authority: remembered.authority,
    articles,
    standing: bake.standing,
    windows: windowsOfArticles(bake),
    tombstones: tombstonesOf(identified.records, remembered.windowSize),
    channels,
    stylesheet: style.key,
    feedStylesheet: input.feedStylesheet,
  });
  const clash = (address: string) => addressClash(address, identified.records);
  for (const output of outputs) {
    position += 1;
    if (Math.floor(position / NEIGHBOURS) % share.count !== share.number) {
      taken.add(output.key);
      continue;
    }
    if (taken.has(output.key)) {
      yield { position, document: null, problems: [clash(output.key)] };
      continue;
    }
    taken.add(output.key);
    const { body, problems } = gatedBody(output, gate);
    const described = outputDocument(output, site, settings, memories(output.key));
    const document = bakeDocument({ ...described, body }, baking);
    yield { position, document, problems: document.representation ? problems() : [] };
  }
  if (!isFirst) return;

  const leave = (path: string, made: (at: EpochSeconds) => Representation): BakedPart => {
    position += 1;
    if (taken.has(path)) return { position, document: null, problems: [clash(path)] };
    const document = bakePast(path as StorageKey, made, memories(path) ?? undefined, baking);
    return { position, document, problems: [] };
  };
  for (const [from, to] of past.moved) yield leave(from, (at) => movedRepresentation(to, at));
  for (const path of past.gone) yield leave(path, goneRepresentation);
}

function inMemory(value: Uint8Array): () => Uint8Array {
  return () => value;
}

function windowsOfArticles({ articles, identified, remembered }: OpenBake): Windows<ArticleListing> {
  const byOrdinal = new Map(articles.map((article) => [article.ordinal, article]));
  return mapWindows(windowsOf(identified.records, remembered.windowSize), (ordinals) =>
    newestFirst(ordinals.flatMap((ordinal) => byOrdinal.get(ordinal) ?? [])),
  );
}
