/** Two states of a folder: an article is moved, one corrected, one deleted, one new; a tag and a section. */
export const LEDGER_FILES = {
  first: {
    "tide.md": "---\ntags: [Sea]\n---\n# Tide\n\nIt rises.\n",
    "lock.md": "# Lock\n\nIt opens.\n",
    "mole.md": "# Mole\n\nIt stands.\n",
    "harbour/eel.md": "# Eel\n\nIt swims.\n",
  },
  second: {
    "tide.md": "---\ntags: [Sea]\nslug: high-tide\n---\n# Tide\n\nIt rises.\n",
    "lock.md": "---\ncorrection: It had closed.\n---\n# Lock\n\nIt closed.\n",
    "harbour/eel.md": "# Eel\n\nIt swims.\n",
    "harbour/buoy.md": "# Buoy\n\nIt floats.\n",
  },
} as const;
