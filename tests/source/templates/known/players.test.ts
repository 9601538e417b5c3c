import { describe, expect, test } from "vitest";
import type { Filling } from "../../../../src/source/templates/known/filling.ts";
import { picture } from "../../../../src/source/templates/known/pictures.ts";
import { playerLink } from "../../../../src/source/templates/known/players.ts";
import { readArguments } from "../../../../src/source/templates/values/arguments.ts";

const html = (filling: Filling | null) => (filling?.kind === "element" ? filling.html : filling);

describe("a player, or a post of a network, is a link to its page", () => {
  test.for([
    { tag: "youtube a1", page: "https://www.youtube.com/watch?v=a1", label: "Watch on YouTube" },
    { tag: "yt a1", page: "https://www.youtube.com/watch?v=a1", label: "Watch on YouTube" },
    { tag: "youtubePlayer id=a1", page: "https://www.youtube.com/watch?v=a1", label: "Watch on YouTube" },
    { tag: "vimeo 1", page: "https://vimeo.com/1", label: "Watch on Vimeo" },
    { tag: "dailymotion x1", page: "https://www.dailymotion.com/video/x1", label: "Watch on Dailymotion" },
    { tag: "spotify track/1", page: "https://open.spotify.com/track/1", label: "Listen on Spotify" },
    { tag: "soundcloud a/b", page: "https://soundcloud.com/a/b", label: "Listen on SoundCloud" },
    { tag: "x 7", page: "https://x.com/i/status/7", label: "Read the post on X" },
    { tag: "x_simple 7 user=ana", page: "https://x.com/ana/status/7", label: "Read the post on X" },
    { tag: "tweet 7", page: "https://x.com/i/status/7", label: "Read the post on X" },
    { tag: "twitter_simple 7", page: "https://x.com/i/status/7", label: "Read the post on X" },
    { tag: "gist ana 0123abc", page: "https://gist.github.com/ana/0123abc", label: "See the code on GitHub" },
    { tag: "gist ana/0123abc", page: "https://gist.github.com/ana/0123abc", label: "See the code on GitHub" },
    { tag: "gist ana x01234", page: "https://gist.github.com/ana", label: "See the code on GitHub" },
    { tag: "youtube-video a1", page: "https://www.youtube.com/watch?v=a1", label: "Watch on YouTube" },
    { tag: "vimeo a//b", page: "https://vimeo.com/a//b", label: "Watch on Vimeo" },
    { tag: "gist ana xyz", page: "https://gist.github.com/ana", label: "See the code on GitHub" },
    { tag: "gist ana 0123abcx", page: "https://gist.github.com/ana", label: "See the code on GitHub" },
    { tag: "gist id=7 ana 0123abc", page: "https://gist.github.com/7", label: "See the code on GitHub" },
    { tag: "vimeo ' 1 '", page: "https://vimeo.com/1", label: "Watch on Vimeo" },
    { tag: "gist 0123abc file.js", page: "https://gist.github.com/0123abc", label: "See the code on GitHub" },
    { tag: "instagram a", page: "https://www.instagram.com/p/a/", label: "See the picture on Instagram" },
    {
      tag: "mastodon https://a.example/@b/1",
      page: "https://a.example/@b/1",
      label: "Read the post on Mastodon",
    },
    { tag: "fediverse //a.example/1", page: "https://a.example/1", label: "Read the post on Mastodon" },
    { tag: "toot https://a.example/1", page: "https://a.example/1", label: "Read the post on Mastodon" },
    {
      tag: "bluesky link=https://a.example/1",
      page: "https://a.example/1",
      label: "Read the post on Bluesky",
    },
    { tag: "bsky https://a.example/1", page: "https://a.example/1", label: "Read the post on Bluesky" },
    { tag: "tiktok https://a.example/1", page: "https://a.example/1", label: "Watch on TikTok" },
    {
      tag: "speakerdeck a",
      page: "https://speakerdeck.com/player/a",
      label: "See the slides on Speaker Deck",
    },
    {
      tag: "slideshare https://a.example/1",
      page: "https://a.example/1",
      label: "See the slides on SlideShare",
    },
    { tag: "asciinema 1", page: "https://asciinema.org/a/1", label: "Watch on asciinema" },
    { tag: "codepen a user=ana", page: "https://codepen.io/ana/pen/a", label: "See the pen on CodePen" },
    { tag: "codepen a username=ana", page: "https://codepen.io/ana/pen/a", label: "See the pen on CodePen" },
    { tag: "jsfiddle a/b", page: "https://jsfiddle.net/a/b", label: "See the code on JSFiddle" },
    {
      tag: "video a1 provider=youtube",
      page: "https://www.youtube.com/watch?v=a1",
      label: "Watch on YouTube",
    },
    { tag: "embed id=1 type=Vimeo", page: "https://vimeo.com/1", label: "Watch on Vimeo" },
    {
      tag: "youtube http://a.example/?a=1&b=2",
      page: "http://a.example/?a=1&amp;b=2",
      label: "Watch on YouTube",
    },
    ...[
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
    ].map((name) => ({ tag: `vimeo ${name}=1`, page: "https://vimeo.com/1", label: "Watch on Vimeo" })),
  ])("$tag: $page", ({ tag, page, label }) => {
    const [name = "", rest = ""] = tag.split(/ (.*)/s);
    expect(html(playerLink(name, readArguments(rest, null)))).toBe(`<a href="${page}">${label}</a>`);
  });

  test.for([
    "spotify 1",
    "soundcloud 1",
    "mastodon 1",
    "bluesky 1",
    "tiktok 1",
    "slideshare 1",
    "codepen a",
    "youtube",
    'youtube " "',
    'youtube "a b"',
    "youtube_playlist a",
    "ytx a",
    "myyt a",
    "xx 7",
    "x_simpler 7",
    "mytwitter 7",
    "video a1 provider=odd",
    "youtube_channel a",
    "youtube_subscribe a",
    "figure a",
    "figure a type=youtube",
    "video a",
    "retoot https://a.example/1",
    "box 7",
  ])("%s is none, or names no page", (tag) => {
    const [name = "", rest = ""] = tag.split(/ (.*)/s);
    expect(playerLink(name, readArguments(rest, null))).toBeNull();
  });
});

describe("a picture, a sound or a film is shown as the tags of many sites say", () => {
  const shown = (tag: string) => {
    const [name = "", rest = ""] = tag.split(/ (.*)/s);
    const writing = {
      toInline: (text: string) => `<i>${text}</i>`,
      toTarget: (path: string) => `/m/${path}`,
    };
    const filling = picture(name, readArguments(rest, null), writing);
    return filling?.kind === "element" ? filling : null;
  };

  test.for([
    { tag: "img a.png", html: '<img src="/m/a.png" alt="">', alt: "" },
    {
      tag: 'img left a.png 100 50% "Tide & sea"',
      html: '<img src="/m/a.png" alt="Tide &amp; sea">',
      alt: "Tide & sea",
    },
    { tag: "img a.png 100px", html: '<img src="/m/a.png" alt="">', alt: "" },
    { tag: 'figure src="a.png" alt="A"', html: '<img src="/m/a.png" alt="A">', alt: "A" },
    { tag: 'figure src="a.png" alt_text="A"', html: '<img src="/m/a.png" alt="A">', alt: "A" },
    {
      tag: "figure src=a.png width=7 height=8",
      html: '<img src="/m/a.png" alt="" width="7" height="8">',
      alt: "",
    },
    { tag: "img a.png 100", html: '<img src="/m/a.png" alt="">', alt: "" },
    { tag: 'x "a bc.png"', html: '<img src="/m/a bc.png" alt="">', alt: "" },
    { tag: "my-pic-x path=a", html: '<img src="/m/a" alt="">', alt: "" },
    { tag: "pic2 path=a", html: '<img src="/m/a" alt="">', alt: "" },
    { tag: "figure src=a.png width=x7", html: '<img src="/m/a.png" alt="">', alt: "" },
    { tag: "figure src=a.png width=7em", html: '<img src="/m/a.png" alt="">', alt: "" },
    { tag: "x url=a.JPEG", html: '<img src="/m/a.JPEG" alt="">', alt: "" },
    { tag: "x a.webp?v=1", html: '<img src="/m/a.webp?v=1" alt="">', alt: "" },
    { tag: "photo path=a", html: '<img src="/m/a" alt="">', alt: "" },
    ...[
      "fig",
      "my-fig",
      "pic",
      "pics",
      "picture",
      "my_pictures",
      "thumb",
      "lightbox",
      "image-box",
      "imgs",
    ].map((name) => ({ tag: `${name} path=a`, html: '<img src="/m/a" alt="">', alt: "" })),
    { tag: "img src=' a.png '", html: '<img src="/m/a.png" alt="">', alt: "" },
    { tag: "x a.jpg 1a", html: '<img src="/m/a.jpg" alt="1a">', alt: "1a" },
    { tag: "x a.jpg a1", html: '<img src="/m/a.jpg" alt="a1">', alt: "a1" },
    { tag: "x src=a.jpg width=100", html: '<img src="/m/a.jpg" alt="" width="100">', alt: "" },
    { tag: 'x src=a.jpg alt="a  b"', html: '<img src="/m/a.jpg" alt="a b">', alt: "a  b" },
    { tag: "x a.wav?v=1", html: '<audio controls src="/m/a.wav?v=1"></audio>', alt: "" },
    { tag: "x a.mov", html: '<video controls src="/m/a.mov"></video>', alt: "" },
    { tag: "screenshot path=a", html: '<img src="/m/a" alt="">', alt: "" },
    { tag: "x odd=a.svg", html: '<img src="/m/a.svg" alt="">', alt: "" },
    { tag: 'x "a b.png"', html: '<img src="/m/a b.png" alt="">', alt: "" },
    {
      tag: 'img a.png link="https://a.example/a b"',
      html: '<a href="https://a.example/a%20b"><img src="/m/a.png" alt=""></a>',
      alt: "",
    },
    { tag: 'img a.png href="/b"', html: '<a href="/b"><img src="/m/a.png" alt=""></a>', alt: "" },
    { tag: 'img a.png link=""', html: '<img src="/m/a.png" alt="">', alt: "" },
    { tag: "x a.mp3", html: '<audio controls src="/m/a.mp3"></audio>', alt: "" },
    { tag: "x src=a.mp4#t=1", html: '<video controls src="/m/a.mp4#t=1"></video>', alt: "" },
  ])("$tag: $html", ({ tag, html, alt }) => {
    expect(shown(tag)).toMatchObject({ html, plain: alt });
  });

  test.for([
    { tag: "img a.png", block: '<p><img src="/m/a.png" alt=""></p>' },
    { tag: 'img a.png caption="C"', caption: "<i>C</i>" },
    { tag: 'img a.png figcaption="C"', caption: "<i>C</i>" },
    { tag: 'img a.png description="C"', caption: "<i>C</i>" },
    {
      tag: 'figure src=a.png title="T" caption="C" attr="A"',
      caption: "<i>T</i> <i>C</i> <i>A</i>",
      alt: "T",
    },
    { tag: 'img a.png title="T" caption="C"', caption: "<i>C</i>", alt: "T" },
    { tag: 'img a.png title="T"', caption: "<i>T</i>", alt: "T" },
    { tag: 'img a.png caption=" "', block: '<p><img src="/m/a.png" alt=""></p>' },
  ])("$tag stands by itself with its caption $caption", ({ tag, block, caption, alt = "" }) => {
    const figure = `<figure><img src="/m/a.png" alt="${alt}"><figcaption>${caption}</figcaption></figure>`;
    expect(shown(tag)?.block).toBe(block ?? figure);
  });

  test.for([
    "img",
    "x a",
    "x a.pngx",
    'x "a b.png?v=1"',
    'img src=""',
    'img "<b>.png"',
    "imp a",
    "config path=a",
    "epic path=a",
    "topical path=a",
  ])("%s names no file", (tag) => {
    expect(shown(tag)).toBeNull();
  });
});
