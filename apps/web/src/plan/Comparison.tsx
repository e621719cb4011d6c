/** What is otherwise between two versions: what has come, what has gone, and what says something else now. */
import { Minus, PenLine, Plus, type LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { DrawingShown } from '../drawing/DrawingShown.js';
import { Select } from '../elements/fields/pick.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { PlanComparisonDocument, type PlanComparisonQuery } from '../graphql/generated/plan/graphql.js';
import { noonOf } from './words.js';

type Difference = PlanComparisonQuery['planComparison'][number];
type Line = NonNullable<Difference['after']>;

const ICONS: Readonly<Record<string, LucideIcon>> = { added: Plus, 'taken-away': Minus, changed: PenLine };
const NOW = 'now';

export function Comparison(props: {
  readonly groupId: string;
  readonly numbers: readonly number[];
  /** Grows with whatever is told of the plan or of one's sight of it: what is shown then is asked anew, and not shown meanwhile. */
  readonly heard: number;
}) {
  const { groupId, numbers, heard } = props;
  const { t } = useTranslation('plan');
  const [before, setBefore] = useState(String(numbers[0] ?? 1));
  const [after, setAfter] = useState(NOW);
  const [{ data, fetching, stale }, again] = useQuery({
    query: PlanComparisonDocument,
    variables: { groupId, before: Number(before), after: after === NOW ? null : Number(after) },
    requestPolicy: 'network-only',
  });
  const [asked, setAsked] = useState(heard);
  useEffect(() => {
    if (asked === heard) return;
    setAsked(heard);
    again({ requestPolicy: 'network-only' });
  }, [asked, heard, again]);
  const options = numbers.map((number) => ({ id: String(number), label: t('version.number', { number }) }));
  const differences = fetching || stale || asked !== heard ? undefined : data?.planComparison;
  return (
    <Section title={t('compare.title')}>
      <div className="row gap-4 plan-compare">
        <Select label={t('compare.before')} value={before} onChange={setBefore} options={options} />
        <Select
          label={t('compare.after')}
          value={after}
          onChange={setAfter}
          options={[{ id: NOW, label: t('compare.now') }, ...options]}
        />
      </div>
      {differences?.length === 0 && <p className="muted">{t('compare.same')}</p>}
      <ul className="plan-lines" role="list" aria-live="polite">
        {differences?.map((one) => (
          <li key={one.entryId} className="plan-answer" data-what={one.what}>
            <Icon of={ICONS[one.what] ?? PenLine} />
            <div className="stack gap-1">
              <p className="small muted">
                {t(`compare.${one.what}` as never)} · {t(`compare.kind.${one.kind}` as never)}
              </p>
              {one.what === 'changed' ? <Changed difference={one} /> : <Said line={one.after ?? one.before} />}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Changed({ difference: { before, after, changed } }: { readonly difference: Difference }) {
  const { t } = useTranslation('plan');
  if (!before || !after) return null;
  return (
    <>
      {!changed.includes('words') && <p>{after.text}</p>}
      <dl className="plan-changed">
        {changed.map((what) => (
          <div key={what}>
            <dt>{t(`compare.field.${what}` as never)}</dt>
            <dd>
              <del>
                <Side line={before} what={what} />
              </del>{' '}
              <ins>
                <Side line={after} what={what} />
              </ins>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Said({ line }: { readonly line: Line | null }) {
  return (
    <>
      <span>{line?.text}</span>
      {line?.drawing && <DrawingShown drawing={line.drawing} />}
    </>
  );
}

function Side({ line, what }: { readonly line: Line; readonly what: string }) {
  const { t } = useTranslation('plan');
  const day = what === 'startsOn' ? line.startsOn : what === 'followUpOn' ? line.followUpOn : null;
  if (day) return <Time at={noonOf(day)} as="day" />;
  if (what === 'words') return <Said line={line} />;
  if (what === 'state') return t(`state.${line.state}` as never);
  if (what === 'owner') return line.ownerName ?? t('noOwner');
  return t('compare.noDay');
}
