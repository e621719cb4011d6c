/** One plan for everyone around a young person: their own picture of the future first, then what leads there and who does what. */
import { FileDown, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ButtonLink } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import { Page } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import type { PlanShownFragment } from '../graphql/generated/plan/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useNamed } from '../group/named.js';
import { UntilGroupLeft } from '../group/UntilGroupLeft.js';
import { useLive } from '../live/connection.js';
import { useIsLeft, useSight } from '../live/sight.js';
import { useEnds } from '../live/ends.js';
import { ActDialog, type Acting } from './ActDialog.js';
import { Adoption } from './Adoption.js';
import { CATEGORY, CategoryDialog } from './CategoryDialog.js';
import { EntryEditor, type Editing } from './EntryEditor.js';
import { EntryList } from './EntryList.js';
import { Measures } from './Measures.js';
import { Future, Goals } from './Mission.js';
import '../group/group.css';
import { PensOfPlan } from './Pens.js';
import { Proposals } from './Proposals.js';
import { Questions } from './Questions.js';
import { Series } from './Series.js';
import { SinceLast } from './SinceLast.js';
import { useNews } from './use-news.js';
import { usePlan } from './use-plan.js';
import './plan.css';

export default function PlanPage() {
  const { t } = useTranslation('plan');
  return <UntilGroupLeft title={t('title')}>{(id, onLeft) => <Shown id={id} onLeft={onLeft} />}</UntilGroupLeft>;
}

function Shown({ id, onLeft }: { readonly id: string; readonly onLeft: (at: string) => void }) {
  const { t } = useTranslation('plan');
  const { plan, me, reading, reload } = usePlan(id, onLeft);
  const { error, fetching } = reading;
  const house = plan ? me?.acting?.branchId : undefined;
  // What the family says in it is heard by the house that leads alone.
  useLive(plan?.own ? `plan-voices:${id}` : null, reload, reading);
  useSight({ address: house ? `sight:${house}` : null, about: id, again: reload, onLeft, reading });
  useEnds(plan?.entries.map(({ said }) => said.until) ?? [], reload);
  if (useIsLeft({ about: id, isShown: plan !== undefined, error, onLeft })) return null;
  if (!plan)
    return (
      <Page title={t('title')} above={<Link to={`/grupper/${id}`}>{t('back')}</Link>}>
        {error ? <Failing refusal={refusalOf(error)} onRetry={reload} /> : fetching && <Waiting lines={8} />}
      </Page>
    );
  return (
    <PensOfPlan groupId={plan.groupId}>
      <PlanBody plan={plan} onChanged={reload} />
    </PensOfPlan>
  );
}

function PlanBody({ plan, onChanged }: { readonly plan: PlanShownFragment; readonly onChanged: () => void }) {
  const { t } = useTranslation('plan');
  const named = useNamed();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [acting, setActing] = useState<Acting | null>(null);
  const news = useNews(plan.groupId);
  const on = { plan, onEdit: setEditing, onAct: setActing };
  // As it stands now, whatever has come in since it was opened; what is no longer the reader's is shown nowhere.
  const fresh = (one: { readonly id: string }) => plan.entries.find(({ id }) => id === one.id);
  return (
    <Page
      title={t('title')}
      heading={t('heading', { who: plan.about ?? plan.caseNumber })}
      actions={
        plan.begun && (
          <ButtonLink icon={FileDown} to={`/grupper/${plan.groupId}/plan/ta-ut`}>
            {t('out.open')}
          </ButtonLink>
        )
      }
      above={
        <>
          <Link to={`/grupper/${plan.groupId}`}>{t('back')}</Link> / {named(plan.formName)} · {plan.caseNumber}
        </>
      }
    >
      {!plan.own && (
        <p className="note">
          <Icon of={ShieldCheck} />
          <span>{t(plan.begun ? 'guest' : 'notBegun')}</span>
        </p>
      )}
      <Future {...on} />
      <div className="group-columns">
        <div className="stack gap-8">
          <Goals {...on} />
          <Measures {...on} />
          <Series read={news} onChanged={onChanged} {...on} />
        </div>
        <div className="stack gap-8">
          <Proposals plan={plan} onEdit={setEditing} onChanged={onChanged} />
          {plan.begun && <SinceLast groupId={plan.groupId} read={news} />}
          <Adoption plan={plan} onChanged={onChanged} />
          <Questions plan={plan} />
          {['frame', 'strength', 'protection', 'risk', 'adaptation', 'step-back'].map((kind) => (
            <EntryList key={kind} kind={kind} {...on} />
          ))}
        </div>
      </div>
      {editing && (!editing.entry || fresh(editing.entry)) && (
        <EntryEditor
          plan={plan}
          editing={editing.entry ? { ...editing, entry: fresh(editing.entry) ?? null } : editing}
          onClose={() => setEditing(null)}
          onChanged={onChanged}
        />
      )}
      {acting?.act === CATEGORY && (
        <CategoryDialog
          groupId={plan.groupId}
          entry={fresh(acting.entry) ?? acting.entry}
          onClose={() => setActing(null)}
          onChanged={onChanged}
        />
      )}
      {acting && acting.act !== CATEGORY && (
        <ActDialog
          groupId={plan.groupId}
          acting={{ ...acting, entry: fresh(acting.entry) ?? acting.entry }}
          isLeft={!fresh(acting.entry)}
          onClose={() => setActing(null)}
          onChanged={onChanged}
        />
      )}
    </Page>
  );
}
