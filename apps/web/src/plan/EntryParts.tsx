/** What is alike for everything in the plan: whose it is and why one sees it, what one may do with it, and what has happened. */
import { Check, CirclePlay, Flag, Pause, Pencil, Tag, X, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button } from '../elements/Button.js';
import { GroundTag } from '../elements/GroundTag.js';
import type { PartyKind } from '../elements/houses.js';
import { Time } from '../elements/Time.js';
import type { Acting } from './ActDialog.js';
import { CATEGORY, CategoryHistory } from './CategoryDialog.js';
import type { Editing } from './EntryEditor.js';
import { PensIn } from './Pens.js';
import type { Entry } from './words.js';

/** What a part of the page can ask the page to open. */
export interface OnEntry {
  readonly onEdit: (editing: Editing) => void;
  readonly onAct: (acting: Acting) => void;
}

export function Whose({ entry }: { readonly entry: Entry }) {
  return (
    <span className="row gap-2 plan-whose">
      <AgencyBadge kind={entry.said.giverKind as PartyKind} letterOnly />
      <span className="small muted">{entry.byName}</span>
      <GroundTag
        ground={entry.said.ground}
        alsoSeenBy={entry.alsoSeenBy.map(({ id, kind, name }) => ({ id, kind: kind as PartyKind, name }))}
        {...(entry.said.until ? { until: entry.said.until } : {})}
      />
      <PensIn entry={entry} />
    </span>
  );
}

const ICONS: Readonly<Record<string, LucideIcon>> = {
  start: CirclePlay,
  pause: Pause,
  'follow-up': Check,
  end: Flag,
  reach: Check,
  remove: X,
};

export function EntryActs({ entry, onEdit, onAct }: OnEntry & { readonly entry: Entry }) {
  const { t } = useTranslation('plan');
  return (
    <>
      {(entry.mayDo.length > 0 || entry.mayChange) && (
        <span className="row gap-2 plan-acts">
          {entry.mayDo.map((act) => (
            <Button
              key={act}
              size="small"
              kind="quiet"
              icon={ICONS[act] ?? Check}
              onPress={() => onAct({ entry, act })}
            >
              {t(`act.${wordOf(act, entry)}.do` as never)}
              <span className="vh"> {entry.said.text}</span>
            </Button>
          ))}
          {entry.mayChange && (
            <>
              <Button size="small" kind="quiet" icon={Pencil} onPress={() => onEdit({ kind: entry.kind, entry })}>
                {t('change')}
                <span className="vh"> {entry.said.text}</span>
              </Button>
              <Button size="small" kind="quiet" icon={Tag} onPress={() => onAct({ entry, act: CATEGORY })}>
                {t('category.open')}
                <span className="vh"> {entry.said.text}</span>
              </Button>
            </>
          )}
        </span>
      )}
      <CategoryHistory entry={entry} />
    </>
  );
}

/** A measure is taken out of the plan, not only away; one that has rested begins again. */
const wordOf = (act: string, { kind, state }: Entry): string =>
  act === 'remove' && kind === 'measure' ? 'takeOut' : act === 'start' && state === 'paused' ? 'again' : act;

/** What has happened with it, the newest first. */
export function EntryHistory({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('plan');
  if (entry.acts.length === 0) return null;
  return (
    <details className="plan-history">
      <summary>{t('history', { count: entry.acts.length })}</summary>
      <ul className="plan-lines" role="list">
        {[...entry.acts].reverse().map((one) => (
          <li key={one.id}>
            <p className="small">
              <strong>{t(`act.${one.act}.done` as never)}</strong>
              {one.result && ` · ${t(`result.${one.result}` as never)}`}
              {one.said && ` · ${one.said.text}`}{' '}
              <span className="muted">
                {one.byName}, <Time at={one.at} as="day" />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
