/** "Andra frågar er": who asks and until when, never about whom; that is read in the question itself. */
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ButtonLink } from '../elements/Button.js';
import { Deadline } from '../elements/Deadline.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { WaitingInquiriesDocument } from '../graphql/generated/inquiry/graphql.js';
import { useViewer } from '../shell/viewer.js';

const ANSWERS = ['unit-representative', 'investigator', 'coordinator'];

export function AskedOfUs() {
  const { t } = useTranslation('inquiry');
  const role = useViewer()?.acting.role;
  const [{ data }] = useQuery({
    query: WaitingInquiriesDocument,
    pause: role === undefined || !ANSWERS.includes(role),
  });
  const waiting = data?.waitingInquiries ?? [];
  if (waiting.length === 0) return null;
  return (
    <Section title={t('now.title')}>
      {waiting.map((one) =>
        one.answeredAt === null ? (
          <Deadline
            key={one.id}
            due={one.dueAt}
            from={one.askedAt}
            what={t('now.asked', { house: one.askingHouse })}
            size="large"
            next={
              <ButtonLink to={`/forfragan/${one.id}`} kind="primary">
                {t('now.answer')}
              </ButtonLink>
            }
          />
        ) : (
          <div key={one.id} className="panel row">
            <p>
              {t('now.answered', { house: one.askingHouse })} <Time at={one.answeredAt} as="short" />
            </p>
            <ButtonLink to={`/forfragan/${one.id}`}>{t('now.open')}</ButtonLink>
          </div>
        ),
      )}
    </Section>
  );
}
