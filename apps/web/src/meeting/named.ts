/** From a name as it was said to another house, `Elliot Provberg`, to what a wall may show. */
export const initialsOf = (text: string): string =>
  (text.split(',')[0] ?? '')
    .trim()
    .split(/\s+/)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
