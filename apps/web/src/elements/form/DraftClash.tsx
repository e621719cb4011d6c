/** What one had begun beside what somebody else has made of it since: nothing is sent before a person has chosen. */
import { Conflict } from '../Conflict.js';
import { withBoth, withTheirs, type Laid, type Standing } from './lay-together.js';

interface DraftClashProps<Values extends object> {
  readonly laid: Laid<Values>;
  readonly stands: Standing<Values>;
  /** A field's own name, and what stands in it as one reads it. */
  readonly read: (field: keyof Values & string, values: Values) => { readonly label: string; readonly words: string };
  /** The fields that can hold both. */
  readonly texts: readonly (keyof Values & string)[];
  readonly you: string;
  readonly by: { readonly writer: string; readonly at: string };
  readonly onSettle: (chosen: Values) => void;
}

export function DraftClash<Values extends object>(props: DraftClashProps<Values>) {
  const { laid, stands, read, texts, you, by, onSettle } = props;
  const [only] = laid.clashing.length === 1 ? laid.clashing : [];
  const wordsOf = (values: Values): string =>
    only !== undefined && texts.includes(only)
      ? read(only, values).words
      : laid.clashing.map((field) => `${read(field, values).label}: ${read(field, values).words || '–'}`).join('\n');
  return (
    <Conflict
      mine={{ text: wordsOf(laid.value), writer: you }}
      theirs={{ text: wordsOf(stands.values), ...by }}
      onSettle={(_text, whose) => onSettle(whose === 'theirs' ? withTheirs(laid, stands) : laid.value)}
      onMerge={() => onSettle(withBoth(laid, stands, texts))}
    />
  );
}
