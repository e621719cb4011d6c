/** What will happen, what is asked for it, why it was refused, and the act itself: one frame for the forms of a consent. */
import type { ReactNode } from 'react';
import { Button } from '../elements/Button.js';
import { Acts } from '../elements/Dialog.js';
import { Refused } from '../elements/Refused.js';
import type { Refusal } from '../graphql/refusal.js';

interface ActFormProps {
  /** What happens when it is done. */
  readonly words: string;
  readonly children: ReactNode;
  readonly refusal?: Refusal | undefined;
  /** Fields that say their own faults. */
  readonly fields?: readonly string[];
  readonly save: string;
  readonly kind?: 'primary' | 'danger';
  readonly waiting: boolean;
  readonly send: () => Promise<void>;
}

export function ActForm({ words, children, refusal, fields, save, kind = 'primary', waiting, send }: ActFormProps) {
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>{words}</p>
      {children}
      <Refused refusal={refusal} fields={fields} />
      <Acts>
        <Button type="submit" kind={kind} isPending={waiting}>
          {save}
        </Button>
      </Acts>
    </form>
  );
}
