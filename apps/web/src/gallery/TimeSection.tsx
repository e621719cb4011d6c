import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Countdown } from '../elements/Countdown.js';
import { Deadline } from '../elements/Deadline.js';
import { GradeBadge } from '../elements/GradeBadge.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { inMinutes } from './samples.js';

const NOON = '2026-11-24T14:00:00Z';

/** Deadlines in all their states, and the ways a time is said. */
export function TimeSection() {
  const { t } = useTranslation('gallery');
  return (
    <Section title={t('time.title')}>
      <div className="columns">
        <Deadline
          size="large"
          grade="red"
          what={t('time.hub')}
          from={inMinutes(-168)}
          due={inMinutes(72)}
          owner="Lindgren"
          next={<Button kind="primary">{t('time.convene')}</Button>}
        />
        <Deadline
          size="large"
          grade="orange"
          what={t('time.answer')}
          due={inMinutes(-35)}
          owner="Ahmadi"
          next={<Button>{t('time.answerNow')}</Button>}
        />
      </div>
      <div className="panel stack gap-3">
        <Deadline due={inMinutes(72)} grade="red" owner="Lindgren" />
        <Deadline due={inMinutes(12)} grade="orange" owner="Ahmadi" />
        <Deadline due={inMinutes(20_100)} grade="green" owner="Sundin" clock="calendar" />
        <Deadline
          due={inMinutes(3_000)}
          what={t('time.feedback')}
          owner="Lindgren"
          clock="duty"
          dutyLeft={5.5 * 3_600_000}
        />
        <Deadline due={inMinutes(-35)} grade="orange" owner="Ahmadi" />
        <Deadline due={inMinutes(-10)} grade="red" outcome={{ kind: 'met', at: inMinutes(-50), by: 'Lindgren' }} />
        <Deadline due={inMinutes(-90)} grade="orange" outcome={{ kind: 'missed', at: inMinutes(-20), by: 'Ahmadi' }} />
        <Deadline due={inMinutes(40)} grade="green" outcome={{ kind: 'void', at: inMinutes(-5) }} />
      </div>
      <div className="row gap-8">
        <div className="row gap-2">
          <GradeBadge grade="green" />
          <GradeBadge grade="orange" />
          <GradeBadge grade="red" />
          <GradeBadge grade="red" size="large" />
        </div>
        <Countdown until={inMinutes(24)} label={t('time.meeting')} />
        <Countdown until={inMinutes(-3)} label={t('time.meeting')} />
        <p>
          <Time at={NOON} /> · <Time at={NOON} as="clock" /> · <Time at={NOON} as="day" />
        </p>
      </div>
    </Section>
  );
}
