import { pngImage } from "../media-files.ts";

/** A folder as a generator's users have it: where the articles lie in it, and what they are. */
export interface GeneratorFolder {
  /** Where site.toml goes and `--content` leads, below the project. */
  readonly content: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Paths of the articles by title, as the site should have them. */
  readonly articles: Readonly<Record<string, ExpectedArticle>>;
}

/** What must come of an article. */
export interface ExpectedArticle {
  readonly address: string;
  readonly day: string;
  readonly tags: readonly string[];
  readonly section: string | null;
}

const TEXT = "The lock opens at noon. Nobody has to wait.\n";
const image = pngImage(4, 3);

/** Five articles each, in each generator's own way. */
export const GENERATOR_FOLDERS: Readonly<Record<string, GeneratorFolder>> = {
  Hugo: {
    content: "content",
    files: {
      "hugo.toml": 'baseURL = "https://quay.example/"\n',
      "static/images/lock.png": image,
      "public/index.html": "<h1>Output</h1>",
      "content/_index.md": "---\ntitle: Home\n---\n",
      "content/posts/_index.md": "---\ntitle: All posts\ndescription: What we wrote.\n---\n",
      "content/posts/first.md": `---\ntitle: "First"\ndate: 2025-01-01T10:00:00+01:00\ndraft: false\ntags: ["locks", "ships"]\ncategories: ["works"]\naliases: ["/2024/first/"]\nweight: 3\n---\n${TEXT}\n<!--more-->\n\n![Lock](/images/lock.png)\n`,
      "content/posts/second/index.md": `+++\ntitle = "Second"\ndate = 2025-01-02\nlastmod = 2025-01-03\nslug = "the-second"\ntags = [""]\n[cover]\nimage = ""\nhidden = true\n[params]\nmath = true\n+++\n![Lock](lock.png)\n`,
      "content/posts/second/lock.png": image,
      "content/posts/third.md": `{\n  "title": "Third",\n  "date": "2025-01-03",\n  "tags": []\n}\n${TEXT}\n[second](second/index.md)\n`,
      "content/posts/fourth.md": `---\ntitle: Fourth\ndate: 2025-01-04\nurl: /special/fourth/\ncover:\n  image: images/../lock.png\n  alt: ""\n  caption: Lock\nimages: []\ndescription: ""\n---\n[third](../third/)\n`,
      "content/posts/lock.png": image,
      "content/news/fifth.html": `---\ntitle: Fifth\ndate: 2025-01-05\nauthor: Ana Holm\n---\n<p>${TEXT}</p>\n`,
      "content/posts/draft.md": "---\ntitle: Draft\ndraft: true\n---\nNot yet.\n",
    },
    articles: {
      First: {
        address: "/articles/first",
        day: "2025-01-01",
        tags: ["locks", "ships", "works"],
        section: "posts",
      },
      Second: { address: "/articles/the-second", day: "2025-01-02", tags: [], section: "posts" },
      Third: { address: "/articles/third", day: "2025-01-03", tags: [], section: "posts" },
      Fourth: { address: "/special/fourth/", day: "2025-01-04", tags: [], section: "posts" },
      Fifth: { address: "/articles/fifth", day: "2025-01-05", tags: [], section: "news" },
    },
  },
  Jekyll: {
    content: ".",
    files: {
      "_config.yml": "title: The Quay\n",
      "_layouts/post.html": "<html>{{ content }}</html>",
      "_includes/head.html": "<head></head>",
      "_data/people.yml": "- Ana",
      "assets/lock.png": image,
      "index.html": "---\nlayout: home\n---\n",
      "_posts/2025-01-01-first.md": `---\nlayout: post\ntitle: "First"\ndate: 2025-01-01 10:00:00 +0100\ncategories: works harbour\ntags: locks ships\n---\n${TEXT}\n![Lock](/assets/lock.png)\n`,
      "_posts/2025-01-02-second.markdown": `---\ntitle: Second\npermalink: /2025/second.html\nredirect_from:\n  - /old/second/\n---\n${TEXT}`,
      "_posts/2025-01-03-third.md":
        "---\ntitle: Third\nlast_modified_at: 2025-01-04\nexcerpt: Short.\n---\n[second](2025-01-02-second)\n",
      "world/_posts/2025-01-04-fourth.md": `---\ntitle: Fourth\npublished: true\nauthor: jo\n---\n${TEXT}`,
      "_posts/2025-01-05-fifth.html": "---\ntitle: Fifth\n---\n<p>Text.</p>\n",
      "_posts/2025-01-06-hidden.md": "---\ntitle: Hidden\npublished: false\n---\nNo.\n",
      "_drafts/sixth.md": "---\ntitle: Sixth\n---\nNot yet.\n",
    },
    articles: {
      First: {
        address: "/articles/first",
        day: "2025-01-01",
        tags: ["locks", "ships", "works", "harbour"],
        section: null,
      },
      Second: { address: "/2025/second.html", day: "2025-01-02", tags: [], section: null },
      Third: { address: "/articles/third", day: "2025-01-03", tags: [], section: null },
      Fourth: { address: "/articles/fourth", day: "2025-01-04", tags: [], section: "world" },
      Fifth: { address: "/articles/fifth", day: "2025-01-05", tags: [], section: null },
    },
  },
  Astro: {
    content: "src/content/blog",
    files: {
      "package.json": "{}",
      "public/lock.png": image,
      "src/assets/hero.png": image,
      "src/content/blog/first.md": `---\ntitle: 'First'\ndescription: 'Lorem'\npubDate: 'Jan 01 2025'\nheroImage: '/lock.png'\n---\n${TEXT}`,
      "src/content/blog/second.md": `---\ntitle: Second\npubDate: 2025-01-02\nupdatedDate: 'Jan 03 2025'\ntags: ['astro']\n---\n${TEXT}`,
      "src/content/blog/third.md":
        "---\ntitle: Third\npubDate: Jan 3, 2025\nimage:\n  url: ./hero.png\n  alt: Hero\n---\n![Hero](./hero.png)\n",
      "src/content/blog/hero.png": image,
      "src/content/blog/fourth/index.md":
        "---\ntitle: Fourth\npubDate: 2025-01-04T10:00:00Z\n---\n[first](../first.md)\n",
      "src/content/blog/fifth.md": `---\ntitle: Fifth\npubDate: '5 January 2025'\nauthor: 'Ana Holm'\ndraft: false\n---\n${TEXT}`,
      "src/content/blog/_hidden.md": "# Hidden\n",
    },
    articles: {
      First: { address: "/articles/first", day: "2025-01-01", tags: [], section: null },
      Second: { address: "/articles/second", day: "2025-01-02", tags: ["astro"], section: null },
      Third: { address: "/articles/third", day: "2025-01-03", tags: [], section: null },
      Fourth: { address: "/articles/fourth", day: "2025-01-04", tags: [], section: null },
      Fifth: { address: "/articles/fifth", day: "2025-01-05", tags: [], section: null },
    },
  },
  Eleventy: {
    content: "content",
    files: {
      "eleventy.config.js": "export default () => {};",
      "public/img/lock.png": image,
      "content/index.md": "---\nlayout: home\n---\n",
      "content/blog/blog.json": '{"tags": "posts"}',
      "content/blog/first.md": `---\ntitle: First\ndescription: A post.\ndate: 2025-01-01\ntags: second tag\n---\n${TEXT}\n![Lock](/img/lock.png)\n`,
      "content/blog/second/second.md": `---\ntitle: Second\ndate: "2025-01-02T10:00:00Z"\ntags:\n  - posts\n  - two words\n---\n${TEXT}`,
      "content/blog/third.md": `---json\n{ "title": "Third", "date": "2025-01-03", "permalink": "/posts/third/" }\n---\n${TEXT}`,
      "content/blog/2025-01-04-fourth.md":
        "---\ntitle: Fourth\neleventyExcludeFromCollections: false\n---\n[third](/blog/third/)\n",
      "content/blog/fifth.html": "---\ntitle: Fifth\ndate: 2025-01-05\n---\n<p>Text.</p>\n",
      "content/blog/none.md": "---\ntitle: None\npermalink: false\n---\nNo.\n",
    },
    articles: {
      First: { address: "/articles/first", day: "2025-01-01", tags: ["second tag"], section: "blog" },
      Second: {
        address: "/articles/second",
        day: "2025-01-02",
        tags: ["posts", "two words"],
        section: "blog",
      },
      Third: { address: "/posts/third/", day: "2025-01-03", tags: [], section: "blog" },
      Fourth: { address: "/articles/fourth", day: "2025-01-04", tags: [], section: "blog" },
      Fifth: { address: "/articles/fifth", day: "2025-01-05", tags: [], section: "blog" },
    },
  },
  Zola: {
    content: "content",
    files: {
      "config.toml": 'base_url = "https://quay.example"\n',
      "static/lock.png": image,
      "content/blog/_index.md": '+++\ntitle = "Blog"\nsort_by = "date"\npaginate_by = 5\n+++\n',
      "content/blog/first.md": `+++\ntitle = "First"\ndate = 2025-01-01\n[taxonomies]\ntags = ["rust", "web"]\ncategories = ["works"]\n[extra]\ntoc = true\n+++\n${TEXT}\n![Lock](/lock.png)\n`,
      "content/blog/2025-01-02-second.md": `+++\ntitle = "Second"\n+++\n${TEXT}\n[first](@/blog/first.md)\n`,
      "content/blog/third.md": `+++\ntitle = "Third"\ndate = 2025-01-03T10:00:00Z\npath = "posts/third"\naliases = ["old/third"]\nupdated = 2025-01-04\n+++\n${TEXT}`,
      "content/blog/fourth/index.md": `+++\ntitle = "Fourth"\ndate = "2025-01-04"\nauthors = ["Ana Holm"]\nslug = "number-four"\n+++\n![Lock](lock.png)\n`,
      "content/blog/fourth/lock.png": image,
      "content/blog/fifth.md": `---\ntitle: Fifth\ndate: 2025-01-05\nin_search_index: false\n---\n${TEXT}`,
      "content/blog/draft.md": '+++\ntitle = "Draft"\ndraft = true\n+++\nNo.\n',
    },
    articles: {
      First: {
        address: "/articles/first",
        day: "2025-01-01",
        tags: ["rust", "web", "works"],
        section: "blog",
      },
      Second: { address: "/articles/second", day: "2025-01-02", tags: [], section: "blog" },
      Third: { address: "/posts/third", day: "2025-01-03", tags: [], section: "blog" },
      Fourth: { address: "/articles/number-four", day: "2025-01-04", tags: [], section: "blog" },
      Fifth: { address: "/articles/fifth", day: "2025-01-05", tags: [], section: "blog" },
    },
  },
};
