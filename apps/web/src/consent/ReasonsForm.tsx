/** What will happen, why one does it, and the act: for what needs one's reasons and nothing else. */
import { useState } from 'react';
import { TextArea } from '../elements/fields/TextField.js';
import type { Refusal } from '../graphql/refusal.js';
import { ActForm } from './ActForm.js';

interface ReasonsFormProps {
  readonly words: string;
  readonly label: string;
  readonly save: string;
  readonly kind: 'primary' | 'danger';
  readonly rows: number;
  readonly waiting: boolean;
  /** Answers why it was refused; nothing when it is done. */
  readonly send: (reasons: string) => Promise<Refusal | undefined>;
}

export function ReasonsForm({ words, label, save, kind, rows, waiting, send }: ReasonsFormProps) {
  const [reasons, setReasons] = useState('');
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
      send={async () => setRefusal(await send(reasons))}
    >
      <TextArea label={label} value={reasons} onChange={setReasons} rows={rows} error={fault} />
    </ActForm>
  );
}
