/** What will happen, why one does it, and the act: for what needs one's reasons and nothing else. */
import { useState } from 'react';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import type { Refusal } from '../graphql/refusal.js';
import { ActForm } from './ActForm.js';

interface ReasonsFormProps {
  /** What is being written about, so that it is there to come back to. */
  readonly draft: string;
  readonly words: string;
  readonly label: string;
  readonly save: string;
  readonly kind: 'primary' | 'danger';
  readonly rows: number;
  readonly waiting: boolean;
  /** Answers why it was refused; nothing when it is done. */
  readonly send: (reasons: string) => Promise<Refusal | undefined>;
}

export function ReasonsForm({ draft, words, label, save, kind, rows, waiting, send }: ReasonsFormProps) {
  const { value, set, drop } = useDraft(draft, { reasons: '' });
  const [refusal, setRefusal] = useState<Refusal>();
  const fault = refusal?.fields.find(({ field }) => field === 'reasons')?.sentence;
  return (
    <ActForm
      words={words}
      refusal={refusal}
      fields={['reasons']}
      save={save}
      kind={kind}
      waiting={waiting}
      send={async () => {
        const answer = await send(value.reasons);
        setRefusal(answer);
        if (!answer) drop();
      }}
    >
      <TextArea
        label={label}
        value={value.reasons}
        onChange={(reasons) => set({ reasons })}
        rows={rows}
        error={fault}
      />
    </ActForm>
  );
}
