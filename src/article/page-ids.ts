/** The ids of a page's own elements: no element of an article has one of them. */
export const PAGE_IDS = { main: "text", footnotes: "footnote-label" } as const;
