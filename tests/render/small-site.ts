/** Five articles, so that a window of two is archived; every kind of field once. */
export const SMALL_SITE: Readonly<Record<string, string>> = {
  "site.toml": `title = "The Quay"
url = "https://quay.example"
authority = "quay.example,2025"
description = "What happens at the quay."
language = "en"
copyright = "© The Quay"
feed_items = 2
hubs = ["https://hub.example/"]
authors = [{ name = "Sea Desk", url = "https://quay.example/desk", email = "desk@quay.example" }]

[sections.harbour]
title = "Harbour"
description = "Ships and quays."
`,
  "harbour/lock.txt": `---
date: 2025-06-25T08:00:00Z
---
Second lock opens

PARIS, June 25 (QN) - The lock is open, "wide" open. See https://lock.example/now for the hours.
It closes at night.
- Works -
Works go on.
A.Marsh--QN
`,
  "harbour/tea.md": `---
date: 2025-06-26T08:00:00Z
author: Sea Desk
tags: [Чай, "Tea & rain"]
---
# Tea & rain: 2 < 3 cups

It rained, and [the lock](lock.txt) was shut.

> A ]]> B

\`if (a < b) { ]]> }\`
`,
  "harbour/mole.md": `---
date: 2025-06-27T08:00:00Z
author: Sea Desk
tags: [чай]
---
# The mole

The mole stands.
`,
  "thé.md": `---
date: 2025-06-28T08:00:00Z
lang: fr
tags: [Чай]
---
# Le thé

Le thé est servi à cinq heures.
`,
  "gone.md": `---
date: 2025-06-29T08:00:00Z
---
# A mistake

It should not have been published.
`,
};

const { "gone.md": _gone, ...left } = SMALL_SITE;

/** The same a day later: one article corrected, one deleted. */
export const SMALL_SITE_LATER: Readonly<Record<string, string>> = {
  ...left,
  "harbour/lock.txt": (SMALL_SITE["harbour/lock.txt"] ?? "").replace(
    "date: 2025-06-25T08:00:00Z",
    "date: 2025-06-25T08:00:00Z\nupdated: 2025-07-02T09:00:00Z\ncorrection: The lock closes at dusk, not at night.",
  ),
};
