/** The agenda with a time for each point; the one that is on is large and counts down. */
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { agendaClock } from '#domain/meeting/agenda.js';
import { Icon } from '../elements/Icon.js';
import type { HubViewFragment } from '../graphql/generated/hub/graphql.js';
import { useServerNow } from '../live/server-clock.js';
import { countdownFigures } from '../time/span.js';
import { useBoard } from './use-board.js';
import { usePointName } from './use-point-name.js';

export function AgendaColumn({ hub }: { readonly hub: HubViewFragment }) {
  const nameOf = usePointName(hub);
  const { t } = useTranslation('meeting');
  const { board } = useBoard();
  const clock = agendaClock(board.agenda, board.timing, useServerNow(1000));
  const at = board.agenda.findIndex(({ id }) => id === board.timing.point);
  return (
    <section aria-label={t('agenda')}>
      <h2 className="board-heading">{t('agenda')}</h2>
      <ol className="agenda" role="list">
        {board.agenda.map(({ id, minutes }, place) => {
          const state = board.closedAt !== null || place < at ? 'done' : place === at ? 'now' : 'to-come';
          return (
            <li key={id} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
              <span className="agenda-mark" aria-hidden>
                {state === 'done' ? <Icon of={Check} /> : place + 1}
              </span>
              <span className="agenda-words">{nameOf(id)}</span>
              <span className="agenda-time">
                {state === 'now' && clock.pointLeft !== null && board.closedAt === null ? (
                  <span data-over={clock.pointLeft < 0 || undefined}>
                    {clock.pointLeft < 0 && '+'}
                    {countdownFigures(clock.pointLeft)}
                  </span>
                ) : (
                  t('hub:minutes', { count: minutes })
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
