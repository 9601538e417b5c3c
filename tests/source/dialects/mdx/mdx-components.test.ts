import { describe, expect, test } from "vitest";
import { componentFor } from "../../../../src/source/dialects/mdx/mdx-components.ts";
import { mdxElement } from "../../../../src/source/dialects/mdx/mdx-element.ts";
import { bracesOf, mdxTagAt } from "../../../../src/source/dialects/mdx/mdx-tag.ts";

/** What stands in the place of a component, around its inside; attributes are texts. */
function shown(written: string): string | null {
  const tag = mdxTagAt(written, 0, bracesOf(written));
  if (tag === null) throw new TypeError(`no tag: ${written}`);
  const found = componentFor(tag.name, (name) => tag.attributes.get(name)?.source);
  return found && `${found.before}…${found.after}`;
}

const link = (href: string, words: string) => `<a href="${href}">${words}</a>…`;

test.for([
  { tag: '<Image src="a.png" />', is: '<img src="a.png" alt="">…' },
  { tag: '<Figure src="a.png" alt="A & B" />', is: '<img src="a.png" alt="A &amp; B">…' },
  {
    tag: '<Img image="a.png" caption="C" />',
    is: '\n\n<figure><img src="a.png" alt="C"><figcaption>C</figcaption></figure>\n\n…\n\n\n\n',
  },
  {
    tag: '<ThemedImage url="a.png" alt="A" title="C" />',
    is: '\n\n<figure><img src="a.png" alt="A"><figcaption>C</figcaption></figure>\n\n…\n\n\n\n',
  },
  { tag: '<Picture alt="A" />', is: "…" },
  { tag: '<YouTube id="a1" />', is: link("https://www.youtube.com/watch?v=a1", "Watch on YouTube") },
  { tag: '<LiteYouTubeEmbed id="a1" title="T" />', is: link("https://www.youtube.com/watch?v=a1", "T") },
  { tag: '<YouTube videoId="a1" />', is: link("https://www.youtube.com/watch?v=a1", "Watch on YouTube") },
  { tag: '<YouTube youTubeId="a1" />', is: link("https://www.youtube.com/watch?v=a1", "Watch on YouTube") },
  { tag: '<YouTube video="a1" />', is: link("https://www.youtube.com/watch?v=a1", "Watch on YouTube") },
  { tag: '<YouTube url="https://y.example/1" />', is: link("https://y.example/1", "Watch on YouTube") },
  {
    tag: '<YouTube id="a1" src="https://y.example/1" />',
    is: link("https://y.example/1", "Watch on YouTube"),
  },
  { tag: '<YouTube id="http://y.example/1" />', is: link("http://y.example/1", "Watch on YouTube") },
  {
    tag: '<YouTube id="a-https:" />',
    is: link("https://www.youtube.com/watch?v=a-https:", "Watch on YouTube"),
  },
  { tag: '<YouTube id="a1" src="http://y.example/1" />', is: link("http://y.example/1", "Watch on YouTube") },
  {
    tag: '<YouTube id="a1" src="x-https:" />',
    is: link("https://www.youtube.com/watch?v=a1", "Watch on YouTube"),
  },
  { tag: '<Link url="/a">', is: '<a href="/a">…</a>' },
  { tag: '<Admonition type="tip x">', is: "\n\n:::note\n\n…\n\n:::\n\n" },
  { tag: "<YouTube />", is: "…" },
  { tag: '<Vimeo id="1" />', is: link("https://vimeo.com/1", "Watch on Vimeo") },
  { tag: '<Spotify link="track/1" />', is: link("https://open.spotify.com/track/1", "Listen on Spotify") },
  { tag: '<Tweet tweetId="7" />', is: link("https://x.com/i/status/7", "See the post on X") },
  { tag: '<Tweet tweetLink="7" />', is: link("https://x.com/i/status/7", "See the post on X") },
  { tag: '<Gist href="https://g.example/1" />', is: link("https://g.example/1", "See it on its page") },
  { tag: '<CodePen id="1" />', is: "…" },
  { tag: '<Video src="a.mp4" />', is: '<video src="a.mp4" controls></video>…' },
  { tag: '<AudioPlayer url="a.mp3" />', is: '<audio src="a.mp3" controls></audio>…' },
  { tag: "<Audio />", is: "…" },
  { tag: '<Link href="/a">', is: '<a href="/a">…</a>' },
  { tag: '<LinkCard to="/a" title="T & U" />', is: '<a href="/a">T &amp; U…</a>' },
  { tag: '<Button link="/a" label="L" />', is: '<a href="/a">L…</a>' },
  { tag: '<Card title="T">', is: "\n\n**T**\n\n…\n\n\n\n" },
  { tag: "<Card>", is: "\n\n\n\n…\n\n\n\n" },
  { tag: '<TabItem label="L *x*" value="v">', is: "\n\n**L x**\n\n…\n\n\n\n" },
  { tag: '<Tab title="T">', is: "\n\n**T**\n\n…\n\n\n\n" },
  { tag: '<Step value="v">', is: "\n\n**v**\n\n…\n\n\n\n" },
  {
    tag: '<Details summary="S & T">',
    is: "\n\n<details><summary>S &amp; T</summary>\n\n…\n\n</details>\n\n",
  },
  { tag: '<Accordion title="T">', is: "\n\n<details><summary>T</summary>\n\n…\n\n</details>\n\n" },
  { tag: '<Expand header="H">', is: "\n\n<details><summary>H</summary>\n\n…\n\n</details>\n\n" },
  { tag: "<Collapse>", is: "\n\n<details>\n\n…\n\n</details>\n\n" },
  { tag: '<Admonition type="tip" title="A [b]">', is: "\n\n:::tip[A b]\n\n…\n\n:::\n\n" },
  { tag: '<Callout variant="danger">', is: "\n\n:::danger\n\n…\n\n:::\n\n" },
  { tag: '<Aside kind="info">', is: "\n\n:::info\n\n…\n\n:::\n\n" },
  { tag: "<Alert>", is: "\n\n:::note\n\n…\n\n:::\n\n" },
  { tag: '<Notice type="1 x">', is: "\n\n:::note\n\n…\n\n:::\n\n" },
  { tag: '<Warning title="A">', is: "\n\n:::warning[A]\n\n…\n\n:::\n\n" },
  { tag: "<Tabs>", is: "…" },
  { tag: "<React.Fragment>", is: "…" },
  { tag: "<>", is: "…" },
  { tag: "<Chart />", is: null },
  { tag: "<Constructor />", is: null },
])("$tag is shown as $is", ({ tag, is }) => {
  expect(shown(tag)).toBe(is);
});

test("all names of a component are known", () => {
  const names = [
    "Figure Image Img Picture Photo ZoomImage ImageZoom Zoom BlogImage StaticImage OptimizedImage GatsbyImage ThemedImage ThemeImage",
    "YouTube Youtube YoutubeEmbed YouTubeEmbed YoutubeVideo YouTubeVideo LiteYouTubeEmbed LiteYouTube Video VideoPlayer Audio AudioPlayer",
    "Vimeo VimeoEmbed Spotify Tweet TweetEmbed Twitter TwitterTweetEmbed CodePen Codepen CodeSandbox Codesandbox StackBlitz Gist Embed",
    "Link A Button LinkButton LinkCard ButtonLink Card LinkTo TabItem Tab TabPanel Step Details Accordion AccordionItem Collapse Collapsible Expand",
    "Admonition Aside Callout Alert Notice Note Tip Info Warning Caution Danger Important",
    "Tabs TabList Fragment React.Fragment Steps CardGrid FileTree Grid Row Col Columns Column Center Container Box Stack Section Wrapper",
  ].join(" ");
  for (const name of names.split(" "))
    expect([name, componentFor(name, () => undefined)]).not.toEqual([name, null]);
});

describe("an element of HTML", () => {
  const made = (written: string, mayBeBlock = true) => {
    const tag = mdxTagAt(written, 0, bracesOf(written));
    if (tag === null) throw new TypeError(`no tag: ${written}`);
    const { before, after } = mdxElement(tag, new Map([["photo", "a.png"]]), mayBeBlock);
    return `${before}…${after}`;
  };

  test.for([
    { tag: "<div>", is: "<div>\n\n…\n\n</div>\n\n" },
    { tag: "<span>", is: "<span>…</span>" },
    { tag: "<h2>", is: "<h2>\n\n…\n\n</h2>\n\n" },
    { tag: "<divx>", is: "<divx>…</divx>" },
    { tag: "<xdiv>", is: "<xdiv>…</xdiv>" },
    { tag: '<i data-key="a" keys="b">', is: '<i data-key="a" keys="b">…</i>' },
    { tag: "<div />", is: "<div></div>…</div>" },
    { tag: "<br />", is: "<br>…</br>" },
    { tag: "<hr>", is: "<hr>…</hr>" },
    { tag: '<i className="a" style="b" key="c" ref="d" onClick="e" title="f">', is: '<i title="f">…</i>' },
    { tag: '<i once="a">', is: '<i once="a">…</i>' },
    { tag: "<img src={photo} width={7} alt={other} />", is: '<img src="a.png" width="7">…</img>' },
    { tag: '<img srcSet="a" />', is: '<img srcset="a">…</img>' },
    { tag: '<td colSpan={2} rowSpan="3">', is: '<td colspan="2" rowspan="3">\n\n…\n\n</td>\n\n' },
    { tag: '<time dateTime="2025">', is: '<time datetime="2025">…</time>' },
    { tag: "<video autoPlay>", is: '<video autoplay="">\n\n…\n\n</video>\n\n' },
    { tag: '<i title="a & b">', is: '<i title="a &amp; b">…</i>' },
  ])("$tag is $is", ({ tag, is }) => {
    expect(made(tag)).toBe(is);
  });

  test("is no block within a line", () => {
    expect(made("<div>", false)).toBe("<div>…</div>");
  });
});
