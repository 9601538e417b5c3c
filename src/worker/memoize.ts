/** How many texts are kept, and up to how many characters: a few megabytes at most, whoever asks. */
const MOST = 200;
const LONGEST = 1100;

/** A function that keeps what it made of the texts it met last. What it makes must never change. */
export function memoize<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    let value = made.get(text);
    if (value === undefined) {
      value = make(text);
      if (made.size >= MOST) made.clear();
      if (text.length <= LONGEST) made.set(text, value);
    }
    return value;
  };
}
