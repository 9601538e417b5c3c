import { hash } from "node:crypto";
import type { IconForms, Media, PictureFile, SiteIcon } from "../article/media.ts";
import type { Problem } from "../article/problem.ts";
import { originalName, PICTURE_TYPES, pictureAddress } from "../representation/picture-address.ts";
import { encodeIcons } from "./encode-icons.ts";
import type { IconForm, PixelForm } from "./icon-recipes.ts";
import { ICON_RECIPES, PIXEL_FORMS } from "./icon-recipes.ts";
import { loadSharp, NoSharpError } from "./load-sharp.ts";
import type { PictureFolders } from "./made-files.ts";
import { MadeFiles } from "./made-files.ts";
import { pictureFault } from "./picture-fault.ts";
import type { PublishedFile } from "./published-pictures.ts";
import { publishedPictures } from "./published-pictures.ts";

/** What a site's icon is made for, and what is there of it. */
export interface IconWork {
  /** By storage key. */
  readonly published: ReadonlyMap<string, PublishedFile>;
  readonly folders: PictureFolders;
  /** Whether something else of the site shows the file too, such as an article. */
  readonly isShown: boolean;
  /** Whether one that was published as it came is so no more. */
  readonly renew: boolean;
  readonly load?: typeof loadSharp;
}

/** What is published of an icon, and what is wrong with it. */
export interface FoundIcon {
  readonly icon: SiteIcon;
  readonly problems: readonly Problem[];
  /** How many icons were made. */
  readonly made: number;
}

/**
 * Finds what is published of the site's icon, and makes what nobody has yet. What pages linked before
 * there were forms stays, so that no page is written anew. Throws what the disk throws.
 */
export async function siteIcon(file: Media, work: IconWork): Promise<FoundIcon> {
  const store = publishedPictures(work.published);
  const isDrawing = file.type === PICTURE_TYPES.svg;
  // Of a drawing there is a copy since pages link forms.
  const hasCopy = isDrawing && store.file(addressOf(file, "drawing")) !== null;
  const wasLinked = !work.renew && store.hasOriginal(file.address) && !hasCopy;
  const isLinked = wasLinked || (file.animated === true && work.isShown);
  const original = isLinked ? "linked" : work.isShown ? "published" : "left-out";
  const wanted = isDrawing && !isLinked ? WITH_DRAWING : PIXEL_FORMS;
  try {
    const known = formsOf(file, wanted, (address) => store.file(address));
    if (known !== null) return { icon: { forms: known, original }, problems: [], made: 0 };
    const { files, made } = await madeForms(file, work);
    const forms = formsOf(file, wanted, (address) => store.file(address) ?? files.get(address) ?? null);
    return { icon: { forms, original }, problems: [], made };
  } catch (cause) {
    const isMissing = cause instanceof NoSharpError;
    if (!isMissing && cause instanceof Error && "code" in cause) throw cause;
    const why = isMissing ? `is an icon in one form alone: ${cause.message}` : pictureFault(cause);
    const isKept = isLinked || isDrawing;
    const instead = isKept ? "it is published as it is" : "the site has the standard icon until then";
    return {
      icon: { forms: null, original: isKept ? "linked" : original },
      problems: [{ file: file.path, line: null, severity: "warning", message: `${why}; ${instead}` }],
      made: 0,
    };
  }
}

/** What waits in a folder, or else is made; by address. */
async function madeForms({ sha256, type, read }: Media, { folders, load = loadSharp }: IconWork) {
  const waiting = new MadeFiles(folders);
  const recipe = ICON_RECIPES.large.name;
  const found = waiting.find(sha256, recipe);
  const encode = async () => {
    const bytes = read();
    if (hash("sha256", bytes, "hex") !== sha256) throw new Error("it changed while it was read");
    const pixels = await encodeIcons(bytes, await load());
    const { edge, format } = ICON_RECIPES.drawing;
    return type === PICTURE_TYPES.svg ? [...pixels, { width: edge, height: edge, format, bytes }] : pixels;
  };
  const files = found ?? waiting.keep(sha256, recipe, await encode());
  return { made: found === null ? 1 : 0, files: new Map(files.map((one) => [one.address, one])) };
}

const WITH_DRAWING: readonly IconForm[] = [...PIXEL_FORMS, "drawing"];

/** These forms of an icon, each found by its address; null where one is missing. */
function formsOf(
  file: Media,
  wanted: readonly IconForm[],
  find: (address: string) => PictureFile | null,
): IconForms | null {
  const forms = wanted.map((form) => [form, find(addressOf(file, form))] as const);
  if (forms.some(([, found]) => found === null)) return null;
  return { drawing: null, ...(Object.fromEntries(forms) as Record<PixelForm, PictureFile>) };
}

function addressOf({ sha256 }: Media, form: IconForm): string {
  const { name: recipe, edge, format } = ICON_RECIPES[form];
  return pictureAddress({ original: originalName(sha256), width: edge, height: edge, recipe, format });
}

/** The icon's file in a site: where nothing of the file itself is published, the largest form stands for it. */
export function withIcon(file: Media, icon: SiteIcon): Media {
  if (icon.original !== "left-out" || icon.forms === null) return { ...file, icon };
  const { address, type, width, height, sizeBytes } = icon.forms.drawing ?? icon.forms.large;
  return { ...file, icon, address, type, width, height, sizeBytes };
}
