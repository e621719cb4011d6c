/** The published list: a sentence a line, what points at a person in square brackets, parts under `##`. */

export interface ListedSentence {
  readonly group: string;
  /** Without the brackets. */
  readonly text: string;
  readonly marks: readonly { readonly from: number; readonly to: number }[];
}

export function readSentences(list: string): readonly ListedSentence[] {
  let group = '';
  return list.split('\n').flatMap((line): ListedSentence[] => {
    if (line.startsWith('## ')) group = line.slice(3);
    if (line.startsWith('#') || line.trim() === '') return [];
    return [{ group, ...readLine(line) }];
  });
}

function readLine(line: string): Omit<ListedSentence, 'group'> {
  const marks: { from: number; to: number }[] = [];
  let text = '';
  let from = 0;
  for (const letter of line) {
    if (letter === '[') from = text.length;
    else if (letter === ']') marks.push({ from, to: text.length });
    else text += letter;
  }
  return { text, marks };
}
