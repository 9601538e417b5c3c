const SYLLABLES =
  "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo za brem cor dal fen gris hol jun kel mor nal".split(
    " ",
  );

/** A newswire text of some 500 words that compresses about as well as real ones, the same for one number. */
export function proseArticle(number: number, headline?: string): string {
  let state = number * 2_654_435_761 + 1;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const word = () => Array.from({ length: 1 + next(3) }, () => SYLLABLES[next(SYLLABLES.length)]).join("");
  const sentence = () => {
    const words = Array.from({ length: 8 + next(12) }, word).join(" ");
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const paragraphs = Array.from({ length: 14 }, () => Array.from({ length: 3 }, sentence).join(" "));
  const day = new Date(Date.UTC(2025, 0, number)).toISOString();
  return `---\ndate: ${day}\n---\n\n${headline ?? `News ${number}: ${word()} ${word()}`}\n${paragraphs.join("\n")}\n`;
}
