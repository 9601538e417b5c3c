import { hash } from "node:crypto";
import type { PictureFile } from "../../article/media.ts";
import type { CardWish, SocialCards } from "../../article/social-card.ts";
import { originalName, pictureAddress } from "../../representation/picture-address.ts";
import { loadSharp } from "../load-sharp.ts";
import type { PictureFolders } from "../made-files.ts";
import { MadeFiles } from "../made-files.ts";
import type { PublishedFile } from "../published-pictures.ts";
import { publishedPictures } from "../published-pictures.ts";
import { cardFont } from "./card-font.ts";
import type { CardDress } from "./draw-card.ts";
import { CARD_SIZE, drawCard } from "./draw-card.ts";

/** The name of the way in which cards are drawn: part of every address. Another drawing takes another number. */
const RECIPE = "1h";

/** Letters on even ground. */
const COLOURS = 64;

/** What cards are made for, and what is there of them. */
export interface CardWork {
  readonly dress: CardDress;
  /** By storage key. */
  readonly published: ReadonlyMap<string, PublishedFile>;
  readonly folders: PictureFolders;
  /** Told how many of those that have to be made are made. */
  readonly progress: (done: number, total: number) => void;
}

/**
 * Finds or makes the card of each headline. Its address follows from the headline, the dress and the
 * recipe, so that what the store has is never made again, by whatever machine. Throws `NoSharpError`.
 */
export async function socialCards(wishes: readonly CardWish[], work: CardWork): Promise<SocialCards> {
  const store = publishedPictures(work.published);
  const waiting = new MadeFiles(work.folders);
  const cards = new Map<string, PictureFile>();
  const pending = new Map<string, { readonly headline: string; readonly original: string }>();
  const originals: string[] = [];
  for (const { title, headline, needsBytes } of wishes) {
    const original = hash("sha256", JSON.stringify([headline, work.dress]), "hex");
    const address = pictureAddress({
      original: originalName(original),
      recipe: RECIPE,
      format: "png",
      ...CARD_SIZE,
    });
    originals.push(original);
    const known = needsBytes ? null : store.file(address);
    if (known !== null) cards.set(title, known);
    else pending.set(title, { headline, original });
  }
  let done = 0;
  for (const [title, { headline, original }] of pending) {
    const made = waiting.find(original, RECIPE) ?? (await makeCard(headline, original, work.dress, waiting));
    for (const file of made) cards.set(title, file);
    done += 1;
    work.progress(done, pending.size);
  }
  waiting.sweep(originals);
  return cards;
}

async function makeCard(
  headline: string,
  original: string,
  dress: CardDress,
  waiting: MadeFiles,
): Promise<readonly PictureFile[]> {
  const drawing = drawCard(headline, dress, cardFont());
  if (drawing === null) return [];
  const open = await loadSharp();
  const bytes = await open(Buffer.from(drawing))
    .png({ palette: true, colours: COLOURS, compressionLevel: 9 })
    .toBuffer();
  return waiting.keep(original, RECIPE, [{ ...CARD_SIZE, format: "png", bytes }]);
}
