/** What will happen, why one does it, and the act: for what needs one's reasons and nothing else. */
import { useState } from 'react';
import { Button } from '../elements/Button.js';
import { Acts } from '../elements/Dialog.js';
import { TextArea } from '../elements/fields/TextField.js';
import type { Refusal } from '../graphql/refusal.js';

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
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(reasons).then(setRefusal);
      }}
    >
      <p>{words}</p>
      <TextArea label={label} value={reasons} onChange={setReasons} rows={rows} error={fault} />
      {refusal && !fault && (
        <p className="error" role="alert">
          {refusal.sentence}
        </p>
      )}
      <Acts>
        <Button type="submit" kind={kind} isPending={waiting}>
          {save}
        </Button>
      </Acts>
    </form>
  );
}
