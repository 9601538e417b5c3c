/** A project as a generator's users have it, with all that `--propose` reads, and what must come of it. */
export interface ProposedProject {
  /** The content folder in it. */
  readonly content: string;
  readonly files: Readonly<Record<string, string>>;
  /** Where each article was, by its title, as the generator's own rules have it. */
  readonly addresses: Readonly<Record<string, string>>;
}

const article = (title: string, more = "") => `---\ntitle: ${title}\ndate: 2025-07-01\n${more}---\nText.\n`;

/** Forms that real projects of each generator have, none of which a folder alone tells. */
export const PROPOSED_PROJECTS: Readonly<Record<string, ProposedProject>> = {
  "Gatsby with a program for dated names": {
    content: "content",
    files: {
      "gatsby-config.js": `module.exports = { siteMetadata: { title: 'Quay', siteUrl: 'https://quay.example' }, plugins: [{ resolve: 'gatsby-source-filesystem', options: { path: \`\${__dirname}/content/\` } }] };`,
      "gatsby-node.js": "exports.onCreateNode = require('./gatsby/on-create-node');",
      "gatsby/on-create-node.js": `const NAME = /([0-9]+)-([0-9]+)-([0-9]+)-(.+)\\.md$/;
module.exports = ({ node, actions: { createNodeField }, getNode }) => {
  const { permalink } = node.frontmatter;
  const { relativePath } = getNode(node.parent);
  let slug = permalink;
  if (!slug && relativePath.includes('blog')) {
    const [, year, month, day, filename] = NAME.exec(relativePath);
    slug = \`/blog/\${year}/\${month}/\${day}/\${filename}.html\`;
  }
  createNodeField({ node, name: 'slug', value: slug || \`/\${relativePath.replace('.md', '.html')}\` });
};`,
      "content/blog/2013-06-05-why.v0.9.md": article("Why"),
      "content/docs/state.md": article("State", "id: shared\npermalink: docs/state.html\n"),
      "content/docs/effect.md": article("Effect", "id: shared\n"),
    },
    addresses: {
      Why: "/blog/2013/06/05/why.v0.9.html",
      State: "/docs/state.html",
      Effect: "/docs/effect.html",
    },
  },
  "Gatsby with a slug, or the path of the file": {
    content: "content/posts",
    files: {
      "gatsby-config.ts": "import config from './site.json'; export default { siteMetadata: config };",
      "site.json": '{ "title": "Quay", "url": "https://quay.example" }',
      "gatsby-node.ts": `const value = node.frontmatter.slug || createFilePath({ node, getNode });
createNodeField({ node, name: "slug", value: \`/notes\${value}\` });`,
      "content/posts/2025-07-01-lock/index.md": article("Lock"),
      "content/posts/tide.md": article("Tide", "slug: /sea/tide\n"),
    },
    addresses: { Lock: "/notes/2025-07-01-lock/", Tide: "/notes/sea/tide/" },
  },
  "Docusaurus with slugs that are paths, and ids": {
    content: ".",
    files: {
      "docusaurus.config.ts":
        "export default { title: 'Quay', url: 'https://quay.example', baseUrl: '/', presets: [['classic', { blog: {} }]] };",
      "blog/2025-07-01-lock.md": article("Lock"),
      "blog/2025-07-02-tide.mdx": article("Tide", "slug: tide\n"),
      "blog/2025-07-03-gate.mdx": article("Gate", "slug: /2025/gate\n"),
      "docs/pumps/one.md": article("One", "id: first\n"),
      "docs/pumps/two.md": article("Two", "slug: /pumps\n"),
      "docs/pumps/three.md": article("Three", "slug: third\n"),
    },
    addresses: {
      Lock: "/blog/2025/07/01/lock",
      Tide: "/blog/tide",
      Gate: "/blog/2025/gate",
      One: "/docs/pumps/first",
      Two: "/docs/pumps",
      Three: "/docs/pumps/third",
    },
  },
  "Eleventy with a function for its addresses": {
    content: ".",
    files: {
      ".eleventy.js": "module.exports = () => ({ dir: { input: '.' } });",
      "_posts/_posts.11tydata.js": `export default { permalink: function({ page }) { return \`/web/\${ page.fileSlug }/\` } };`,
      "_posts/2025-07-01-lock.md": article("Lock"),
      "_posts/2025-07-02-tide/index.md": article("Tide"),
      "about.md": article("About"),
    },
    addresses: { Lock: "/web/lock/", Tide: "/web/tide/", About: "/about/" },
  },
  "Hugo with folders of languages and a section without folders": {
    content: "content",
    files: {
      "config/_default/hugo.toml":
        'baseURL = "https://quay.example"\ndefaultContentLanguage = "en"\n[uglyURLs]\npost = true\n[permalinks]\npost = "/:year/:month/:day/:slug/"\n',
      "config/_default/languages.en.toml": 'contentDir = "content/en"\n',
      "config/_default/languages.fr.toml": 'contentDir = "content/fr"\n',
      "content/en/post/lock.md": article("Lock", "slug: the-lock\n"),
      "content/fr/post/lock.md": article("Écluse", "slug: ecluse\n"),
      "content/en/about.md": article("About"),
    },
    addresses: {
      Lock: "/2025/07/01/the-lock.html",
      Écluse: "/fr/2025/07/01/ecluse.html",
      About: "/about/",
    },
  },
  "Jekyll with pages of folders, and others": {
    content: ".",
    files: {
      "_config.yml":
        "title: Quay\nurl: https://quay.example\ndefaults:\n  - scope: { type: posts }\n    values: { permalink: /blog/:title/ }\n",
      "_posts/2025-07-01-lock.md": article("Lock"),
      "about/index.md": article("About"),
      "about/us.md": article("Us"),
    },
    addresses: { Lock: "/blog/lock/", About: "/about/", Us: "/about/us.html" },
  },
  "Jekyll with parts of dates": {
    content: ".",
    files: {
      "_config.yml":
        "title: Quay\nurl: https://quay.example\npermalink: /:short_year/:long_month/:i_day/:title/\n",
      "_posts/2025-07-01-v1.2.md": article("Lock"),
      "about/index.md": article("About"),
      "about/us.md": article("Us"),
    },
    addresses: { Lock: "/25/July/1/v1.2/", About: "/about/", Us: "/about/us/" },
  },
};
