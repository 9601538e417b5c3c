/** Standard error, where it is a terminal and where it is a file. */
export function streamThatIs(isTTY: boolean): NodeJS.WriteStream {
  return Object.create(process.stderr, {
    isTTY: { value: isTTY },
    hasColors: { value: () => isTTY },
    getColorDepth: { value: () => (isTTY ? 8 : 1) },
  });
}
