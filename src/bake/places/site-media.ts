import type { ArticlePicture } from "../../article/article.ts";
import type { AuthorProfile } from "../../article/author-profile.ts";
import { digestOf } from "../../article/digest.ts";
import { escapeAttribute } from "../../article/escape-attribute.ts";
import type { IconForms, Media } from "../../article/media.ts";
import { percentDecoded } from "../../article/percent-decoded.ts";
import type { Problem } from "../../article/problem.ts";
import { filesNamed } from "../../article/references.ts";
import type { IconAddresses, Site } from "../../article/site.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import type { Source } from "../../article/source.ts";
import type { AbsoluteUrl } from "../../article/values.ts";
import { contentPath } from "../../article/values.ts";
import { urlOn } from "./site-targets.ts";

/**
 * Tells each source which bytes it shows, so that a picture which is replaced under its old name is an
 * update of the article, like any other. A source that shows no file of the site stays as it is.
 */
export function withMediaDigests(sources: readonly Source[], media: readonly Media[]): readonly Source[] {
  return media.length === 0 ? sources : sources.map(mediaDigester(media));
}

/** The same for one source after the other. */
export function mediaDigester(media: readonly Media[]): (source: Source) => Source {
  const digests = new Map<string, string>(media.map(({ path, sha256 }) => [path, sha256]));
  return (source) => {
    const shown = new Set(shownFiles(source, digests).map((file) => digests.get(file)));
    if (shown.size === 0) return source;
    return { ...source, digest: digestOf([source.digest, ...[...shown].sort()].join()) };
  };
}

/** The files among `known` that a source shows. */
export function shownFiles(source: Source, known: { has(path: string): boolean }): readonly string[] {
  return targetsOf(source).flatMap((target) => {
    const files = filesNamed(target, source.path);
    return files.find((file) => known.has(file)) ?? [];
  });
}

/** All that a source names. */
export function targetsOf({ references, image, enclosures, episode }: Source): string[] {
  const { transcripts = [], chapters } = episode ?? {};
  const files = [...enclosures, ...transcripts, ...(chapters ? [chapters] : [])];
  return [...(image ? [image] : []), ...files, ...references].map(({ target }) => target);
}

/** Gives the site's own images their URLs, where site.toml names files. One that is not there is a problem. */
export function withImageUrls(site: Site, media: readonly Media[], problems: Problem[]): Site {
  const addresses = new Map<string, string>(media.map(({ path, address }) => [path, address]));
  const urlOf = (key: string, target: string | null): string | null => {
    if (target === null || /^https?:\/\//i.test(target)) return target;
    const address = addresses.get(contentPath(target) ?? "");
    if (address !== undefined) return `${site.url}${address}`;
    const message = `names ${target} as "${key}", which is not a media file in the content folder; correct the name or add the file`;
    problems.push({ file: SETTINGS_FILE, line: null, severity: "warning", message });
    return null;
  };
  const icon = urlOf("icon", site.icon);
  const file = media.find(({ path }) => path === contentPath(site.icon ?? ""));
  const isLinked = file?.icon === undefined || file.icon.original === "linked";
  const icons = file?.icon?.forms ? iconAddresses(file.icon.forms) : null;
  const { width = null, height = null } = file ?? {};
  return {
    ...site,
    icon: isLinked ? icon : null,
    ...(icons === null && isLinked && width !== null && height !== null && { iconSize: { width, height } }),
    ...(icons && { icons }),
    profiles: site.profiles.map((one) => ({
      ...one,
      image: urlOf(`authors: ${one.name}: image`, one.image),
      ...faceOf(one, media, site),
    })),
    podcast: site.podcast && { ...site.podcast, image: urlOf("podcast.image", site.podcast.image) },
  };
}

function iconAddresses({ ico, small, large, touch, maskable, drawing }: IconForms): IconAddresses {
  return {
    ico: ico.address,
    small: small.address,
    large: large.address,
    touch: touch.address,
    maskable: maskable.address,
    drawing: drawing?.address ?? null,
  };
}

/** What is known of a picture of an author that is a file of the site. */
function faceOf({ image }: AuthorProfile, media: readonly Media[], site: Site): Pick<AuthorProfile, "face"> {
  const file = media.find(({ path }) => path === contentPath(image ?? ""));
  if (file === undefined) return {};
  const { width, height, address } = file;
  const url = urlOn(site, address);
  const [picture = null] = picturesOf([url], new Map([[url, file]]), site);
  return { face: { width, height, picture } };
}

/** Redirects that lead to a media file of the content folder lead to its address. */
export function withMediaTargets(site: Site, media: readonly Media[]): Site {
  if (media.length === 0 || site.redirects.size === 0) return site;
  const addresses = new Map<string, string>(media.map(({ path, address }) => [`/${path}`, address]));
  const redirects = [...site.redirects].map(([from, redirect]) => {
    const to = addresses.get(percentDecoded(redirect.to)) ?? redirect.to;
    return [from, to === redirect.to ? redirect : { ...redirect, to }] as const;
  });
  return { ...site, redirects: new Map(redirects) };
}

/**
 * Tells the width and height of each image of the site, in clean HTML, so that text does not jump
 * when the image comes (HTML §4.8.4.3). One that names either keeps what it names.
 */
export function sizedImages(html: string, media: ReadonlyMap<string, Media>): string {
  if (!html.includes("<img ")) return html;
  return html.replace(/<img(?![^>]*\s(?:width|height)=) [^>]*?src="([^"]*)"/g, (tag, src: string) => {
    const { width = null, height = null } = media.get(src) ?? {};
    return width === null || height === null ? tag : `${tag} width="${width}" height="${height}"`;
  });
}

/** The pictures among these URLs that are there in several sizes. */
export function picturesOf(
  urls: readonly (AbsoluteUrl | null)[],
  media: ReadonlyMap<AbsoluteUrl, Media>,
  site: Site,
): readonly ArticlePicture[] {
  return [...new Set(urls)].flatMap((url) => {
    const picture = url === null ? undefined : media.get(url)?.picture;
    if (url === null || picture === undefined) return [];
    const sizes = picture.webp.map(({ address, width }) => ({ url: urlOn(site, address), width }));
    return { url, sizes };
  });
}

/** An image in clean HTML, whose attributes stand in double quotes. */
const IMAGE = /<img [^>]*>/g;

/** Puts the words of each image that is not there in its place: feeds and pages would show a broken frame. */
export function withoutBrokenImages(html: string, broken: ReadonlySet<AbsoluteUrl>): string {
  if (broken.size === 0 || !html.includes("<img ")) return html;
  const sources = new Set([...broken].map(escapeAttribute));
  return html.replace(IMAGE, (tag) => {
    const [, source = ""] = / src="([^"]*)"/.exec(tag) ?? [];
    const [, words = ""] = / alt="([^"]*)"/.exec(tag) ?? [];
    return sources.has(source) ? words : tag;
  });
}
