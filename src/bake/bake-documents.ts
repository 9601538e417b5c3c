import type { Problem } from "../article/problem.ts";
import { SETTINGS_FILE } from "../article/site.ts";
import type { EpochSeconds } from "../article/values.ts";
import type { ArticleRecord } from "../ledger/ledger.ts";
import type { FeedOutput } from "../render/output.ts";
import { siteOutputs } from "../render/outputs.ts";
import { goneRepresentation, movedRepresentation, packedRepresentation } from "../representation/moved.ts";
import { packRedirects } from "../representation/redirects/table.ts";
import type { Representation } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { Baking } from "./bake-document.ts";
import { bakeDocument } from "./bake-document.ts";
import { mediaFiles, pictureFile } from "./bake-media.ts";
import { bakePast } from "./bake-past.ts";
import type { BakedDocument } from "./document.ts";
import { openGate } from "./gate/gate.ts";
import { gatedBody } from "./gate/gated-body.ts";
import { keptPages } from "./kept-pages.ts";
import { memoriesOf } from "./memories.ts";
import type { OpenBake } from "./open-bake.ts";
import { outputContext } from "./output-context.ts";
import { lostTargets } from "./redirects/lost-targets.ts";
import { outputDocument, stylesheets } from "./site-documents.ts";
import { staleFeeds } from "./stale-feeds.ts";
import type { RepresentationStore } from "./store-representation.ts";

/** A baked document. */
export interface BakedPart {
  /** Null where another document has its address, and where there are problems alone. */
  readonly document: BakedDocument | null;
  /** What the gate says of it. */
  readonly problems: readonly Problem[];
}

/**
 * Bakes the documents of a site, in the order of publishing. Of those in `again` the representation is
 * given though it did not change, and no other document is looked at then.
 */
export function* bakeDocuments(
  bake: OpenBake,
  store: RepresentationStore,
  again?: ReadonlySet<string>,
): Generator<BakedPart> {
  const { input, site, settings, edition, remembered, records, articles, past, channels } = bake;
  const { known = new Map() } = input;
  const baking: Baking = { edition, before: input.ledger.documents, known, store, ...(again && { again }) };
  const isWanted = (key: string) => again === undefined || again.has(key);

  const styles = stylesheets(bake);
  // Files with the same bytes have one address.
  const cards = articles.flatMap(({ card }) => card?.file ?? []);
  const files = new Map(
    [
      ...input.media.flatMap((file) => mediaFiles(file, site, baking)),
      ...cards.map((file) => pictureFile(file, site, baking)),
    ].map((one) => [one.key, one]),
  );
  for (const document of styles.documents) {
    if (isWanted(document.key)) yield { document: bakeDocument(document, baking), problems: [] };
  }
  for (const one of files.values()) {
    if (isWanted(one.key)) yield { document: one.bake(), problems: [] };
  }

  const memories = memoriesOf(records, channels, remembered);
  const gate = openGate(articles, edition);
  const isStale = staleFeeds(bake);
  const { kept, shownOf } = keptPages(bake, baking);
  const taken = new Set<string>();
  const outputs = siteOutputs(outputContext(bake, styles.paths));
  const clash = (address: string) => addressClash(address, records);
  const isError = ({ severity }: Problem) => severity === "error";
  let hasErrors = bake.problems.some(isError);
  let itemOf: FeedOutput["itemOf"] | null = null;
  for (const output of outputs) {
    if (taken.has(output.key)) {
      yield { document: null, problems: [clash(output.key)] };
      continue;
    }
    taken.add(output.key);
    if (!isWanted(output.key)) continue;
    const asItWas = kept(output);
    if (asItWas !== null) {
      yield { document: asItWas, problems: [] };
      continue;
    }
    const { body, problems } = gatedBody(output, gate);
    const described = outputDocument(output, site, settings, memories(output.key));
    const isRenewed = output.kind === "feed" && isStale(output.key);
    const shown = shownOf(output);
    const document = { ...bakeDocument({ ...described, body, isRenewed }, baking), shown };
    const found = document.representation ? problems() : [];
    hasErrors ||= found.some(isError);
    if (output.format !== null) itemOf = output.itemOf;
    yield { document, problems: found };
  }
  // What one article hides of others, in feeds that do not change, shows at once and not bake by bake.
  if (hasErrors && itemOf !== null) yield { document: null, problems: gate.others(itemOf) };

  const leave = (path: string, made: (at: EpochSeconds) => Representation): BakedPart => {
    if (taken.has(path)) return { document: null, problems: [clash(path)] };
    const document = bakePast(path as StorageKey, made, memories(path) ?? undefined, baking);
    return { document, problems: [] };
  };
  for (const [from, to] of past.moved)
    if (isWanted(from)) yield leave(from, (at) => movedRepresentation(to, at));
  for (const path of past.gone) if (isWanted(path)) yield leave(path, goneRepresentation);
  for (const [key, text] of packRedirects(past.packed)) {
    const made = (at: EpochSeconds) => packedRepresentation(text, at);
    if (isWanted(key)) yield { document: bakePast(key, made, undefined, baking), problems: [] };
  }
  const hidden = [...past.written.keys()].filter((key) => past.packed.rows.has(key) && taken.has(key));
  const lost = lostTargets(
    past,
    (key) => taken.has(key) || files.has(key) || styles.documents.some((one) => one.key === key),
  );
  yield { document: null, problems: [...hidden.map(clash), ...lost] };
}

/**
 * Says whose file asks for an address where a document of the site stands, such as a tag's page: by
 * its permalink, or by an alias. The one who asked for it by neither is site.toml, with a redirect.
 */
export function addressClash(address: string, records: readonly ArticleRecord[]): Problem {
  const owner = records.find((record) => record.address === address);
  const former = records.find(({ earlier }) => earlier.includes(address));
  return {
    file: owner?.path ?? former?.path ?? SETTINGS_FILE,
    line: null,
    severity: owner ? "error" : "warning",
    message: owner
      ? `asks for the address ${address}, which belongs to a page or feed of the site; give it another permalink or slug`
      : `redirects ${address}, which belongs to a page or feed of the site; remove the alias or redirect`,
  };
}
