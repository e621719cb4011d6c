/** What was told since the meeting before, while the meeting goes through it and afterwards: the good first. */
import { Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import type { MeetingShownFragment } from '../graphql/generated/minutes/graphql.js';

export function NewsTold({ meeting }: { readonly meeting: MeetingShownFragment }) {
  const { t } = useTranslation('minutes');
  if (meeting.news.length === 0) return null;
  return (
    <Section title={t('news.title')}>
      <ul className="minutes-agenda" role="list">
        {meeting.news.map(({ id, kind, said }) => (
          <li key={id}>
            <span className="minutes-point">
              <span className="minutes-news">
                {kind === 'good-news' && <Icon of={Sun} />} {said.text}
              </span>
              <span className="muted small">
                {t(`category.${said.category}` as never)} · {t(`group:party.${said.giverKind}` as never)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
