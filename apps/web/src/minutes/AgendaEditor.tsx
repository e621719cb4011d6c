/** The agenda before the meeting: the form's own points and those that are added, in the order that the coordinator gives them. */
import { ArrowDown, ArrowUp, Plus, Sun, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import {
  OrderMeetingPointsDocument,
  RemoveMeetingPointDocument,
  type MeetingShownFragment,
} from '../graphql/generated/minutes/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { useNamed } from '../group/named.js';
import { AddPoint } from './AddPoint.js';
import type { OfMeeting } from './MeetingPage.js';
import '../elements/Refused.css';

type Point = MeetingShownFragment['points'][number];
type Adding = 'own' | 'news' | 'good-news';

export function AgendaEditor({ meeting, onChanged }: OfMeeting) {
  const { t } = useTranslation('minutes');
  const named = useNamed();
  const [adding, setAdding] = useState<Adding | null>(null);
  const [failed, setFailed] = useState('');
  const [order, { waiting }] = useAct(OrderMeetingPointsDocument);
  const [remove] = useAct(RemoveMeetingPointDocument);
  const steps = meeting.points.filter(({ kind }) => kind === 'form' || kind === 'own');
  const brought = meeting.points.filter(({ kind }) => kind === 'news' || kind === 'good-news');
  // What was told since the meeting before comes up by itself, and is put right where it was told.
  const news = ['good-news', 'news'].flatMap((kind) => [
    ...meeting.news.filter((one) => one.kind === kind).map(({ id, said }) => ({ id, kind, said, point: null })),
    ...brought.filter((one) => one.kind === kind).map((point) => ({ id: point.id, kind, said: point.said, point })),
  ]);
  const move = async (at: number, by: -1 | 1) => {
    const ids = steps.map(({ id }) => id);
    const [moved = ''] = ids.splice(at, 1);
    ids.splice(at + by, 0, moved);
    const { refusal } = await order({ input: { hubId: meeting.hubId, pointIds: ids } });
    setFailed(refusal?.sentence ?? '');
    onChanged();
  };
  const take = async (point: Point) => {
    const { refusal } = await remove({ input: { hubId: meeting.hubId, pointId: point.id } });
    setFailed(refusal?.sentence ?? '');
    onChanged();
  };
  const nameOf = (point: Point) => point.said?.text ?? (point.name ? named(point.name) : '');
  return (
    <>
      <Section
        title={t('agenda.title')}
        actions={
          meeting.mayLead && (
            <Button size="small" icon={Plus} onPress={() => setAdding('own')}>
              {t('agenda.add')}
            </Button>
          )
        }
      >
        <ol className="minutes-agenda">
          {steps.map((point, at) => (
            <li key={point.id} data-with={point.audience}>
              <span className="minutes-point">
                {nameOf(point)}
                <span className="muted small">
                  {t('group:minutes', { count: point.minutes })} · {t(`group:with.${point.audience}` as never)}
                </span>
              </span>
              {meeting.mayLead && (
                <span className="row gap-1">
                  <Button
                    size="small"
                    kind="quiet"
                    icon={ArrowUp}
                    iconOnly
                    isDisabled={at === 0 || waiting}
                    onPress={() => void move(at, -1)}
                  >
                    {t('agenda.up', { point: nameOf(point) })}
                  </Button>
                  <Button
                    size="small"
                    kind="quiet"
                    icon={ArrowDown}
                    iconOnly
                    isDisabled={at === steps.length - 1 || waiting}
                    onPress={() => void move(at, 1)}
                  >
                    {t('agenda.down', { point: nameOf(point) })}
                  </Button>
                  {point.kind === 'own' && (
                    <Button size="small" kind="quiet" icon={Trash2} iconOnly onPress={() => void take(point)}>
                      {t('agenda.remove', { point: nameOf(point) })}
                    </Button>
                  )}
                </span>
              )}
            </li>
          ))}
        </ol>
        {failed && (
          <p className="refused" role="alert">
            {failed}
          </p>
        )}
      </Section>
      <Section
        title={t('news.title')}
        actions={
          meeting.mayWrite && (
            <span className="row gap-2">
              <Button size="small" icon={Sun} onPress={() => setAdding('good-news')}>
                {t('news.addGood')}
              </Button>
              <Button size="small" icon={Plus} onPress={() => setAdding('news')}>
                {t('news.add')}
              </Button>
            </span>
          )
        }
      >
        {news.length === 0 && <p className="muted">{t('news.none')}</p>}
        <ul className="minutes-agenda" role="list">
          {news.map(({ id, kind, said, point }) => (
            <li key={id}>
              <span className="minutes-point">
                <span className="minutes-news">
                  {kind === 'good-news' && <Icon of={Sun} />} {said?.text}
                </span>
                <span className="muted small">
                  {t(`category.${said?.category ?? ''}` as never)} ·{' '}
                  {t(`group:party.${said?.giverKind ?? ''}` as never)}
                </span>
              </span>
              {point && (point.own || meeting.mayLead) && (
                <Button size="small" kind="quiet" icon={Trash2} iconOnly onPress={() => void take(point)}>
                  {t('agenda.remove', { point: said?.text ?? '' })}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {adding && <AddPoint hubId={meeting.hubId} kind={adding} onClose={() => setAdding(null)} onChanged={onChanged} />}
    </>
  );
}
