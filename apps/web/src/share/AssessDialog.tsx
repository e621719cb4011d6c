/**
 * Where a ground needs a person's assessment: exactly its criteria, the reasons, and until when; filed in the decider's own
 * name. In danger whoever is there decides, in two steps, for a few hours. (OSL ch. 10, 26:9; BrB 24:4)
 */
import { Scale, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { criteriaOf, DANGER_HOURS } from '#domain/share/assessment-form.js';
import { longestShare } from '#domain/share/share-times.js';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Choices } from '../elements/fields/choices.js';
import { DateField } from '../elements/fields/DateField.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { AssessGroundDocument, DecideInDangerDocument } from '../graphql/generated/share/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useServerNow } from '../live/server-clock.js';
import { useLanguage } from '../texts/start-texts.js';
import {
  DRAFT,
  endOfChosenDay,
  NAME,
  whatIsTold,
  type Choice,
  type House,
  type Pair,
  type Sharing,
} from './share-choice.js';
import { useTitle } from './use-title.js';
import { reasonOf } from './words.js';

export interface AssessDialogProps {
  readonly sharing: Sharing;
  readonly choice: Choice;
  readonly house: House;
  /** Those that a person may assess. */
  readonly asked: readonly Pair[];
  readonly onAssessed: () => void;
}

export function AssessDialog(props: AssessDialogProps) {
  const { t } = useTranslation('share');
  const { sharing, choice, house } = props;
  const danger = choice.purpose === 'immediate-danger';
  return (
    <Dialog
      title={danger ? t('danger.title') : t('assess.title', { name: house.name })}
      place="side"
      trigger={
        <Button size="small" icon={danger ? TriangleAlert : Scale}>
          {danger ? t('danger.open') : t('assess.open')}
        </Button>
      }
    >
      {(close) =>
        danger || sharing.mayAssess ? (
          <AssessForm {...props} danger={danger} close={close} />
        ) : (
          <Colleagues {...props} />
        )
      }
    </Dialog>
  );
}

function Colleagues({ sharing }: AssessDialogProps) {
  const { t } = useTranslation('share');
  return (
    <div className="stack">
      <p>{t('assess.notYou')}</p>
      {sharing.assessors.length === 0 ? (
        <p>{t('assess.nobody')}</p>
      ) : (
        <ul>
          {sharing.assessors.map(({ staffId, name, role }) => (
            <li key={`${staffId} ${role}`}>
              {name} <span className="muted">{t(`shell:role.${role}` as never)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface Written {
  /** Empty until another than the first is chosen. */
  readonly ground: string;
  readonly criteria: Readonly<Record<string, string>>;
  readonly reasons: string;
  readonly day: string;
  readonly hours: string;
}

const EMPTY: Written = { ground: '', criteria: {}, reasons: '', day: '', hours: '4' };

function AssessForm(props: AssessDialogProps & { readonly danger: boolean; readonly close: () => void }) {
  const { t } = useTranslation('share');
  const language = useLanguage();
  const { sharing, choice, house, asked, danger } = props;
  const grounds = [...new Set(asked.flatMap(({ candidates }) => candidates))];
  const draft = useDraft<Written>(`assess:${sharing.caseId}:${house.branchId}:${danger ? 'danger' : 'ground'}`, EMPTY);
  const { criteria, reasons, day, hours } = draft.value;
  // What may be assessed can have changed since it was chosen.
  const ground = grounds.includes(draft.value.ground) ? draft.value.ground : (grounds[0] ?? '');
  const [confirm, setConfirm] = useState<{ readonly code: string; readonly until: string }>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [assess, assessing] = useAct(AssessGroundDocument);
  const [decide, deciding] = useAct(DecideInDangerDocument);
  const now = useServerNow(60_000);
  const title = useTitle(sharing);
  const concerned = asked.filter(({ candidates }) => candidates.includes(ground));
  const told = whatIsTold(sharing.caseId, choice);
  const send = async (until: string, confirmation: string | null) => {
    const things = concerned.map(({ thing }) => thing);
    const input = {
      ...told,
      itemIds: things.filter((id) => id !== DRAFT && id !== NAME),
      withName: things.includes(NAME),
      draft: things.includes(DRAFT) ? told.draft : null,
      toBranchId: house.branchId,
      ground,
      criteria: criteriaOf(ground).flatMap((criterion) =>
        criteria[criterion] ? [{ criterion, met: criteria[criterion] === 'yes' }] : [],
      ),
      reasons,
      until,
    };
    const outcome = danger ? await decide({ input: { ...input, confirmation } }) : await assess({ input });
    setRefusal(outcome.refusal);
    if (!outcome.data) return;
    const made = 'assessGround' in outcome.data ? outcome.data.assessGround : outcome.data.decideInDanger;
    if (made.confirm !== null) {
      setConfirm({ code: made.confirm, until });
      return;
    }
    draft.drop();
    toast(made.opens ? t('assess.opened') : t('assess.kept'));
    props.close();
    props.onAssessed();
  };
  const until = danger
    ? new Date(now + Number(hours) * 3_600_000).toISOString()
    : (endOfChosenDay(day) ?? halfAYear(now));
  if (confirm)
    return (
      <div className="stack" role="group" aria-label={t('danger.confirmTitle')}>
        <p>{t('danger.confirm', { name: house.name })}</p>
        <ul>
          {concerned.map((pair) => (
            <li key={pair.thing}>{title(pair)}</li>
          ))}
        </ul>
        <p>
          {t('danger.until')} <Time at={confirm.until} as="moment" />. {t('danger.logged')}
        </p>
        <Acts>
          <Button kind="danger" isPending={deciding.waiting} onPress={() => void send(confirm.until, confirm.code)}>
            {t('danger.do')}
          </Button>
          <Button kind="quiet" onPress={() => setConfirm(undefined)}>
            {t('elements:back')}
          </Button>
        </Acts>
      </div>
    );
  const faultOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(until, null);
      }}
    >
      {danger && (
        <p className="note">
          <Icon of={TriangleAlert} />
          <span>{t('danger.lead', { hours: DANGER_HOURS })}</span>
        </p>
      )}
      <p>{t('assess.about', { name: house.name })}</p>
      <ul>
        {concerned.map((pair) => (
          <li key={pair.thing}>{title(pair)}</li>
        ))}
      </ul>
      {grounds.length > 1 ? (
        <Choices
          label={t('assess.ground')}
          value={ground}
          onChange={(next) => draft.set({ ground: next })}
          choices={grounds.map((id) => ({
            id,
            label: reasonOf({ outcome: 'refer', ground: id }, language).tag,
            help: reasonOf({ outcome: 'refer', ground: id }, language).sentence,
          }))}
        />
      ) : (
        <p>{reasonOf({ outcome: 'refer', ground }, language).sentence}</p>
      )}
      {criteriaOf(ground).map((criterion) => (
        <Choices
          key={criterion}
          label={t(`criterion.${criterion}` as never)}
          value={criteria[criterion] ?? ''}
          onChange={(value) => draft.set({ criteria: { ...criteria, [criterion]: value } })}
          error={faultOf(`criteria.${criterion}`)}
          across
          choices={[
            { id: 'yes', label: t('assess.yes') },
            { id: 'no', label: t('assess.no') },
          ]}
        />
      ))}
      <TextArea
        label={t('assess.reasons')}
        help={t('assess.reasonsHelp')}
        value={reasons}
        onChange={(next) => draft.set({ reasons: next })}
        error={faultOf('reasons')}
        rows={4}
      />
      {danger ? (
        <Select
          label={t('danger.hours')}
          value={hours}
          onChange={(next) => draft.set({ hours: next })}
          options={['1', '2', '4', '8', '12'].map((id) => ({ id, label: t('danger.hour', { count: Number(id) }) }))}
        />
      ) : (
        <DateField
          label={t('assess.until')}
          help={t('assess.untilHelp')}
          optional
          value={day}
          onChange={(next) => draft.set({ day: next })}
          error={faultOf('until')}
        />
      )}
      {refusal && refusal.fields.length === 0 && <p className="error">{refusal.sentence}</p>}
      <Acts>
        <Button type="submit" kind={danger ? 'danger' : 'primary'} isPending={assessing.waiting || deciding.waiting}>
          {danger ? t('danger.next') : t('assess.save')}
        </Button>
      </Acts>
    </form>
  );
}

const halfAYear = (now: number): string => new Date(longestShare(now)).toISOString();
