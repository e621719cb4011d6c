/** What the family says in the plan, beside what it is said of: for the house that leads, by the name that it knows them by. */
import { CircleCheck, Eye, Handshake, MessageCircle, Plus } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawingWritten } from '#domain/plan/drawing.js';
import { DrawingShown } from '../drawing/DrawingShown.js';
import { Button } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import type { Entry, Member } from './words.js';

/** A name where the reader may have it, otherwise who it is. */
export function useMemberName(): (member: Member) => string {
  const { t } = useTranslation('plan');
  return useCallback(
    ({ name, family }) =>
      name === null ? t(`version.family.${family}` as never) : `${name} (${t(`family.who.${family}` as never)})`,
    [t],
  );
}

/** That the family reads it, has promised it or proposed it. */
export function OfFamily({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('plan');
  const nameOf = useMemberName();
  const { promisedBy, proposedBy, forFamily } = entry;
  return (
    <>
      {promisedBy && (
        <span className="row gap-1">
          <Icon of={Handshake} />
          {t('family.promised', { who: nameOf(promisedBy) })}
        </span>
      )}
      {proposedBy && <span className="small muted">{t('family.proposed', { who: nameOf(proposedBy) })}</span>}
      {forFamily && (
        <span className="row gap-1 small muted">
          <Icon of={Eye} />
          {t('family.isRead')}
        </span>
      )}
    </>
  );
}

/** The newest last, as they were said. */
interface VoicesProps {
  readonly entry: Entry;
  /** What has been drawn can be put into the plan. */
  readonly onTakeUp?: (drawing: DrawingWritten) => void;
}

export function FamilyVoices({ entry, onTakeUp }: VoicesProps) {
  const { t } = useTranslation('plan');
  const nameOf = useMemberName();
  if (entry.voices.length === 0) return null;
  return (
    <ul className="plan-voices" role="list" aria-label={t('family.voices')}>
      {entry.voices.map(({ id, kind, by, text, drawing, saidAt }) => (
        <li key={id}>
          <Icon of={kind === 'done' ? CircleCheck : MessageCircle} />
          <span>
            <strong>{nameOf(by)}</strong> {kind === 'done' ? t('family.done') : <q dir="auto">{text}</q>}{' '}
            <span className="muted">
              <Time at={saidAt} as="day" />
            </span>
            {drawing && <DrawingShown drawing={drawing} isSaid={drawing.alt === text} />}
            {drawing && onTakeUp && (
              <Button size="small" icon={Plus} onPress={() => onTakeUp(drawing)}>
                {t('drawing.takeUp')}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
