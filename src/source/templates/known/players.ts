import { escapeAttribute } from "../../../article/escape-attribute.ts";
import type { Arguments } from "../values/arguments.ts";
import type { Filling } from "./filling.ts";
import { element } from "./filling.ts";

interface Player {
  /** Names of its tags, shortcodes and includes. */
  readonly name: RegExp;
  readonly label: string;
  /** The page of what `id` names; null where none can be told. */
  readonly page: (id: string, args: Arguments) => string | null;
}

const after = (start: string) => (id: string) => start + id;
const pathOnly = (start: string) => (id: string) => (id.includes("/") ? start + id : null);

const PLAYERS: readonly Player[] = [
  {
    name: /youtube|^yt$/,
    label: "Watch on YouTube",
    page: after("https://www.youtube.com/watch?v="),
  },
  { name: /vimeo/, label: "Watch on Vimeo", page: after("https://vimeo.com/") },
  { name: /dailymotion/, label: "Watch on Dailymotion", page: after("https://www.dailymotion.com/video/") },
  { name: /spotify/, label: "Listen on Spotify", page: pathOnly("https://open.spotify.com/") },
  { name: /soundcloud/, label: "Listen on SoundCloud", page: pathOnly("https://soundcloud.com/") },
  {
    name: /^x(?:_simple)?$|tweet|^twitter/,
    label: "Read the post on X",
    page: (id, { names }) => `https://x.com/${names.get("user") ?? "i"}/status/${id}`,
  },
  {
    name: /gist/,
    label: "See the code on GitHub",
    page: (id, { positions: [user = "", second = ""] }) =>
      `https://gist.github.com/${user === id && /^[\da-f]{5,40}$/.test(second) ? `${user}/${second}` : id}`,
  },
  {
    name: /instagram/,
    label: "See the picture on Instagram",
    page: (id) => `https://www.instagram.com/p/${id}/`,
  },
  { name: /mastodon|fediverse|^toot/, label: "Read the post on Mastodon", page: () => null },
  { name: /bluesky|bsky/, label: "Read the post on Bluesky", page: () => null },
  { name: /tiktok/, label: "Watch on TikTok", page: () => null },
  {
    name: /speakerdeck/,
    label: "See the slides on Speaker Deck",
    page: after("https://speakerdeck.com/player/"),
  },
  { name: /slideshare/, label: "See the slides on SlideShare", page: () => null },
  { name: /asciinema/, label: "Watch on asciinema", page: after("https://asciinema.org/a/") },
  {
    name: /codepen/,
    label: "See the pen on CodePen",
    page: (id, { names }) => {
      const user = names.get("user") ?? names.get("username");
      return user === undefined ? null : `https://codepen.io/${user}/pen/${id}`;
    },
  },
  { name: /jsfiddle/, label: "See the code on JSFiddle", page: after("https://jsfiddle.net/") },
];

const ID_NAMES = [
  "id",
  "videoId",
  "videoid",
  "video_id",
  "video",
  "code",
  "slug",
  "hash",
  "url",
  "src",
  "href",
  "link",
  "share",
];

/** A player, or a post of a network, as a link to its page; null where the name is no player's. */
export function playerLink(name: string, args: Arguments): Filling | null {
  const provider = args.names.get("provider") ?? args.names.get("type") ?? "";
  const called = /video|player|embed/.test(name) && provider !== "" ? provider : name;
  const player = PLAYERS.find((one) => one.name.test(called.toLowerCase()));
  if (player === undefined || /playlist|channel|subscribe/.test(called)) return null;
  const id = (
    ID_NAMES.map((one) => args.names.get(one)).find((one) => one !== undefined) ??
    args.positions[0] ??
    ""
  ).trim();
  if (id === "" || /\s/.test(id)) return null;
  const page = /^(?:https?:)?\/\//.test(id) ? id : player.page(id, args);
  if (page === null) return null;
  const url = escapeAttribute(page.replace(/^\/\//, "https://"));
  return element(`<a href="${url}">${player.label}</a>`, "");
}
