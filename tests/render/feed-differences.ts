import type { FeedOptions, Item } from "feed";

/** A case that `feed` 6.0.0 gets wrong: what its output lacks, and what ours has instead. */
export interface Difference {
  readonly name: string;
  readonly options?: Partial<FeedOptions>;
  readonly item?: Partial<Item>;
  readonly render: "rss2" | "atom1" | "json1";
  /** What happens to `feed`: the output cannot be parsed, rendering throws, or it says something else. */
  readonly theirs: "malformed" | "throws" | RegExp;
  readonly ours: RegExp;
}

export const DIFFERENCES: readonly Difference[] = [
  {
    name: "two ends of CDATA in a title",
    item: { title: "a ]]> b ]]> c" },
    render: "rss2",
    theirs: "malformed",
    ours: /<title>a \]\]&gt; b \]\]&gt; c<\/title>/,
  },
  {
    name: "a control character in a title",
    item: { title: "a\u0008b" },
    render: "rss2",
    theirs: "malformed",
    ours: /<title>ab<\/title>/,
  },
  {
    name: "a description that is text, which readers of RSS take for HTML",
    item: { description: 'a < b, "b" > c & <script>' },
    render: "rss2",
    theirs: /<description><!\[CDATA\[a < b, "b" > c & <script>\]\]><\/description>/,
    ours: /<description>a &amp;lt; b, &quot;b&quot; &amp;gt; c &amp;amp; &amp;lt;script&amp;gt;<\/description>/,
  },
  {
    name: "a control character in Atom content",
    item: { content: "a\u0000b" },
    render: "atom1",
    theirs: "malformed",
    ours: /<!\[CDATA\[ab\]\]>/,
  },
  {
    name: "a less-than sign in an Atom category",
    item: { category: [{ name: "a < b", term: "a < b" }] },
    render: "atom1",
    theirs: "malformed",
    ours: /term="a &lt; b"/,
  },
  {
    name: "an ampersand in the address of a stylesheet",
    options: { stylesheet: "https://quay.example/a.css?b&c" },
    render: "rss2",
    theirs: /href="https:\/\/quay\.example\/a\.css\?b&c" type="text\/xsl"/,
    ours: /href="https:\/\/quay\.example\/a\.css\?b&amp;c"/,
  },
  {
    name: "an id that is no URL, in Atom",
    item: { id: "tag:quay.example,2025:tea time" },
    render: "atom1",
    theirs: /<id>tag:quay\.example,2025:tea%20time<\/id>|<id>tag:quay\.example,2025:tea time<\/id>/,
    ours: /<id>tag:quay\.example,2025:tea time<\/id>/,
  },
  {
    name: "a relative link",
    item: { link: "/tea" },
    render: "atom1",
    theirs: "throws",
    ours: /href="https:\/\/quay\.example\/tea"/,
  },
  {
    name: "a date that is none",
    item: { published: new Date(Number.NaN) },
    render: "atom1",
    theirs: "throws",
    ours: /<published>2025-07-01T07:00:00Z<\/published>/,
  },
  {
    name: "an ampersand in a title, shown by readers of Atom as it was meant",
    item: { title: "Tea & rain: 2 < 3" },
    render: "atom1",
    theirs: /<title type="html"><!\[CDATA\[Tea & rain: 2 < 3\]\]><\/title>/,
    ours: /<title>Tea &amp; rain: 2 &lt; 3<\/title>/,
  },
  {
    name: "an author without an address, in RSS",
    item: { author: [{ name: "Ada" }] },
    render: "rss2",
    theirs: /<author>Ada<\/author>/,
    ours: /<dc:creator>Ada<\/dc:creator>/,
  },
  {
    name: "an author with an address, in RSS: readers show a name, and not an address",
    render: "rss2",
    theirs: /<author>ada@quay\.example \(Ada\)<\/author>/,
    ours: /<dc:creator>Ada<\/dc:creator>/,
  },
  {
    name: "the type of an enclosure, in Atom",
    item: { enclosure: { url: "https://quay.example/tea.mp3", type: "audio/mpeg", length: 123 } },
    render: "atom1",
    theirs: /type="image\/mp3"/,
    ours: /type="audio\/mpeg" length="123"/,
  },
  {
    name: "a length that nobody knows",
    item: { enclosure: { url: "https://quay.example/tea.mp3", type: "audio/mpeg" } },
    render: "rss2",
    theirs: /length="0"/,
    ours: /<media:content url="https:\/\/quay\.example\/tea\.mp3" type="audio\/mpeg" medium="audio"\/>/,
  },
  {
    name: "an enclosure, in JSON Feed",
    item: { enclosure: { url: "https://quay.example/tea.mp3", type: "audio/mpeg", length: 123 } },
    render: "json1",
    theirs: /"items": \[(?!.*attachments)/s,
    ours: /"attachments":\[\{"url":"https:\/\/quay\.example\/tea\.mp3","mime_type":"audio\/mpeg","size_in_bytes":123\}\]/,
  },
  {
    name: "the version of JSON Feed",
    render: "json1",
    theirs: /version\/1"/,
    ours: /version\/1\.1"/,
  },
  {
    name: "two authors, in JSON Feed",
    item: { author: [{ name: "Ada" }, { name: "Bo" }] },
    render: "json1",
    theirs: /"items": \[(?!.*"Bo")/s,
    ours: /"authors":\[\{"name":"Ada"\},\{"name":"Bo"\}\]/,
  },
  {
    name: "language, favicon and hub, in JSON Feed",
    render: "json1",
    theirs: /^(?!.*"(language|favicon|hubs)")/s,
    ours: /"favicon":"https:\/\/quay\.example\/favicon\.ico".*"language":"en","hubs":\[\{"type":"WebSub"/,
  },
];
