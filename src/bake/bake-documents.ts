import type { Article } from "../article/article.ts";
import type { Problem } from "../article/problem.ts";
import { SumSet } from "../article/sum-set.ts";
import type { EpochSeconds } from "../article/values.ts";
import { UNKNOWN_DIGEST } from "../ledger/document-digest.ts";
import type { DocumentRecord } from "../ledger/ledger.ts";
import type { KeptRun } from "../render/kept-run.ts";
import { isKept } from "../render/kept-run.ts";
import type { FeedOutput, Output } from "../render/output.ts";
import { siteOutputs } from "../render/outputs.ts";
import { goneRepresentation, movedRepresentation, packedRepresentation } from "../representation/moved.ts";
import { packRedirects } from "../representation/redirects/table.ts";
import type { Representation } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { addressClash } from "./address-clash.ts";
import type { Baking } from "./bake-document.ts";
import { bakeDocument } from "./bake-document.ts";
import { mediaFiles, pictureFile } from "./bake-media.ts";
import { bakePast } from "./bake-past.ts";
import type { BakedDocument, PlacedDocument } from "./document.ts";
import { openGate } from "./gate/gate.ts";
import { gatedBody } from "./gate/gated-body.ts";
import { keptParts } from "./kept-parts.ts";
import { documentSum } from "./known-documents.ts";
import { memoriesOf } from "./memories.ts";
import type { OpenBake } from "./open-bake.ts";
import { outputContext } from "./output-context.ts";
import { lostTargets } from "./redirects/lost-targets.ts";
import { SeenDocuments } from "./seen-documents.ts";
import { outputDocument, stylesheets } from "./site-documents.ts";
import { staleFeeds } from "./stale-feeds.ts";
import type { RepresentationStore } from "./store-representation.ts";

/** A baked document. */
export interface BakedPart {
  /** Null where another document has its address, and where there are problems alone. */
  readonly document: PlacedDocument | null;
  /** What the gate says of it. */
  readonly problems: readonly Problem[];
}

/**
 * Bakes the documents of a site, in the order of publishing, and gives those that are not known to be what
 * was published; all of them are noted in `seen`. Of those in `again` the representation is given though
 * it did not change, and no other document is looked at then.
 */
export function* bakeDocuments(
  bake: OpenBake,
  store: RepresentationStore,
  again?: ReadonlySet<string>,
  seen: SeenDocuments = new SeenDocuments(bake.records),
): Generator<BakedPart> {
  const { input, site, settings, edition, remembered, records, articles, past, channels } = bake;
  const { known = new SumSet() } = input;
  const baking: Baking = { edition, before: input.ledger.documents, store, ...(again && { again }) };
  const isWanted = (key: string, article?: Article) => {
    const isIt = again === undefined || again.has(key);
    if (!isIt) seen.note(key, UNSEEN, article);
    return isIt;
  };
  const put = (document: BakedDocument, problems: readonly Problem[] = [], article?: Article): BakedPart => {
    const place = seen.note(document.key, document.record, article);
    return { document: { ...document, place }, problems };
  };

  const styles = stylesheets(bake);
  // Files with the same bytes have one address.
  const cards =
    input.cards === undefined
      ? []
      : [...articles.ordinals].flatMap((ordinal) => articles.of.card(ordinal)?.file ?? []);
  const files = new Map(
    [
      ...styles.documents.map((one) => ({ key: one.key, bake: () => bakeDocument(one, baking) })),
      ...input.media.flatMap((file) => mediaFiles(file, site, baking)),
      ...cards.map((file) => pictureFile(file, site, baking)),
    ].map((one) => [one.key, one]),
  );
  for (const one of files.values()) {
    if (!isWanted(one.key)) continue;
    const document = one.bake();
    seen.pageFiles.push(document.record);
    yield put(document);
  }

  const memories = memoriesOf(records, seen.former, channels, remembered);
  const gate = openGate(articles, edition);
  const isStale = staleFeeds(bake);
  const sumOf = documentSum(settings, memories);
  const isTaken = (key: string) => seen.has(key) && !files.has(key);
  const clash = (address: string) => addressClash(address, records);
  const isError = ({ severity }: Problem) => severity === "error";
  let hasErrors = bake.problems.some(isError);
  let itemOf: FeedOutput["itemOf"] | null = null;
  const findKept = again === undefined ? keptParts(bake, seen) : undefined;
  for (const output of lookedAt(siteOutputs(outputContext(bake, styles.paths, findKept)), seen)) {
    const { key, article } = output;
    const before = baking.before.get(key);
    const isRenewed = output.kind === "feed" && isStale(key);
    const isAsked = again === undefined || again.has(key);
    const sum = isAsked && before ? sumOf(output, before) : undefined;
    const isKnown = sum !== undefined && known.has(sum);
    if (output.format !== null) itemOf = output.itemOf;
    if (isKnown && before && !isRenewed && again === undefined && seen.keep(key, before, article)) {
      seen.learn(sum, true);
      continue;
    }
    if (isTaken(key)) {
      yield { document: null, problems: [clash(key)] };
      continue;
    }
    if (!isWanted(key, article)) continue;
    const { body, problems } = gatedBody(output, gate);
    const described = outputDocument(output, site, settings, memories(key, article));
    const document = bakeDocument({ ...described, body, isRenewed, isKnown }, baking);
    const found = document.representation ? problems() : [];
    hasErrors ||= found.some(isError);
    seen.learn(sumOf(output, document.record), isKnown && document.representation === null);
    yield put(document, found, article);
  }
  // What one article hides of others, in feeds that do not change, shows at once and not bake by bake.
  if (hasErrors && itemOf !== null) yield { document: null, problems: gate.others(itemOf) };

  const hidden = [...past.written.keys()].filter((key) => past.packed.rows.has(key) && isTaken(key));
  const lost = lostTargets(past, (key) => seen.has(key));
  const taken = new Set([...past.moved.keys(), ...past.gone].filter(isTaken));
  const leave = (path: string, made: (at: EpochSeconds) => Representation): BakedPart =>
    taken.has(path)
      ? { document: null, problems: [clash(path)] }
      : put(bakePast(path as StorageKey, made, memories(path) ?? undefined, baking));
  for (const [from, to] of past.moved)
    if (isWanted(from)) yield leave(from, (at) => movedRepresentation(to, at));
  for (const path of past.gone) if (isWanted(path)) yield leave(path, goneRepresentation);
  for (const [key, text] of packRedirects(past.packed)) {
    const made = (at: EpochSeconds) => packedRepresentation(text, at);
    if (isWanted(key)) yield put(bakePast(key, made, undefined, baking));
  }
  yield { document: null, problems: [...hidden.map(clash), ...lost] };
}

/** The outputs that are to be looked at. Those that stay are noted. */
function* lookedAt(outputs: Iterable<Output | KeptRun>, seen: SeenDocuments): Generator<Output> {
  for (const one of outputs) {
    if (!isKept(one)) yield one;
    else if (!seen.keepAll(one)) yield* one.outputs();
  }
}

/** Of a document that nobody asked for again. */
const UNSEEN: DocumentRecord = { digest: UNKNOWN_DIGEST, edition: 0 };
