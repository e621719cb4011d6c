/** A page on which one thing is sent: its fields, why it was refused, the act, and the way back with nothing sent. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../elements/Button.js';
import { Refused } from '../elements/Refused.js';
import type { Refusal } from '../graphql/refusal.js';
import './group.css';

interface SendingFormProps {
  readonly children: ReactNode;
  readonly refusal: Refusal | undefined;
  /** Fields that say their own faults. */
  readonly fields: readonly string[];
  readonly send: string;
  readonly waiting: boolean;
  readonly isDisabled?: boolean;
  readonly onSend: () => Promise<void>;
  readonly back: string;
}

export function SendingForm(props: SendingFormProps) {
  const { children, refusal, fields, send, waiting, isDisabled, onSend, back } = props;
  const { t } = useTranslation('group');
  return (
    <div className="stack gap-6">
      {children}
      <Refused refusal={refusal} fields={fields} />
      <div className="row">
        <Button kind="primary" size="large" isPending={waiting} isDisabled={isDisabled} onPress={() => void onSend()}>
          {send}
        </Button>
        <ButtonLink to={back}>{t('cancel')}</ButtonLink>
      </div>
    </div>
  );
}
