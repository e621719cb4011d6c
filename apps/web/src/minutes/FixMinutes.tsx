/** How far the minutes are: until when they may be adjusted, and the one act that fixes them. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { FixMinutesDocument } from '../graphql/generated/minutes/graphql.js';
import { useAct } from '../graphql/use-act.js';
import type { OfMeeting } from './MeetingPage.js';

export function FixMinutes({ meeting, onChanged }: OfMeeting) {
  const { t } = useTranslation('minutes');
  const [failed, setFailed] = useState('');
  const [fix, { waiting }] = useAct(FixMinutesDocument);
  const { minutesState, fixesAt } = meeting;
  const send = async () => {
    const { refusal } = await fix({ hubId: meeting.hubId });
    setFailed(refusal?.sentence ?? '');
    onChanged();
  };
  return (
    <Section title={t('fix.title')}>
      <p role="status">
        {t(`fix.${minutesState}` as never)} {fixesAt && <Time at={fixesAt} />}
      </p>
      {minutesState === 'adjustable' && meeting.mayLead && (
        <>
          <p className="muted small">{t('fix.then')}</p>
          <div>
            <Button isPending={waiting} onPress={() => void send()}>
              {t('fix.now')}
            </Button>
          </div>
        </>
      )}
      {failed && (
        <p className="group-refused" role="alert">
          {failed}
        </p>
      )}
    </Section>
  );
}
