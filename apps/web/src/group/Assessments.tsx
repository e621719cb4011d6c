/** Assessments around the young person: which are ordered, of whom and until when, and what each came to. */
import { ClipboardList } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Deadline } from '../elements/Deadline.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { DateField } from '../elements/fields/DateField.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Section } from '../elements/Page.js';
import { Refused } from '../elements/Refused.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  FinishAssessmentDocument,
  GroupAssessmentsDocument,
  OrderAssessmentDocument,
  WithdrawAssessmentDocument,
  type ShownAssessmentsFragment,
  type ShownGroupFragment,
} from '../graphql/generated/group/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';

/** As the api has them. */
const INSTRUMENTS = 'savry check-irk yls-cmi ls-cmi ester hcr-20 rbm-b asi audit dudit other'.split(' ');
const LEVELS = ['low', 'medium', 'high', 'no-level'];

/** Where the group's next step leads when it asks for one. */
export const ASSESSMENTS = 'group-assessments';

type Assessment = ShownAssessmentsFragment['assessments'][number];

export function Assessments({
  group,
  onChanged,
}: {
  readonly group: ShownGroupFragment;
  readonly onChanged: () => void;
}) {
  const { t } = useTranslation('group');
  const [{ data }, again] = useQuery({ query: GroupAssessmentsDocument, variables: { groupId: group.id } });
  const [ordering, setOrdering] = useState(false);
  const [finishing, setFinishing] = useState<Assessment | null>(null);
  const [withdraw] = useAct(WithdrawAssessmentDocument);
  const shown = data?.groupAssessments;
  const mayOrder = group.mayLead && group.closedAt === null;
  if (!shown || (shown.assessments.length === 0 && !mayOrder)) return null;
  const reload = () => again({ requestPolicy: 'network-only' });
  // A result may have taken the group's step.
  const finished = () => {
    reload();
    onChanged();
  };
  const takeBack = async (id: string) => {
    const { refusal } = await withdraw({ id });
    if (refusal) toast(refusal.sentence);
    reload();
  };
  return (
    <div id={ASSESSMENTS} tabIndex={-1}>
      <Section
        title={t('assessment.title')}
        actions={
          mayOrder && (
            <Button size="small" icon={ClipboardList} onPress={() => setOrdering(true)}>
              {t('assessment.order')}
            </Button>
          )
        }
      >
        {shown.assessments.length === 0 && <p className="muted">{t('assessment.none')}</p>}
        {shown.assessments.map((one) => (
          <article
            key={one.id}
            className="panel stack gap-2"
            aria-label={t(`assessment.instrument.${one.instrument}` as never)}
          >
            <p>
              <strong>{t(`assessment.instrument.${one.instrument}` as never)}</strong> · {one.assessorName}
            </p>
            {one.doneAt === null ? (
              <>
                <Deadline due={one.dueAt} from={one.orderedAt} what={t('assessment.due')} clock="calendar" />
                <div className="row gap-2">
                  <Button size="small" onPress={() => setFinishing(one)}>
                    {t('assessment.finish')}
                  </Button>
                  {mayOrder && (
                    <Button size="small" kind="quiet" onPress={() => void takeBack(one.id)}>
                      {t('assessment.withdraw')}
                    </Button>
                  )}
                </div>
              </>
            ) : (
              <>
                <p>
                  {one.level && t(`assessment.level.${one.level}` as never)}
                  {one.assessedOn && (
                    <>
                      {' · '}
                      <Time at={one.assessedOn} as="date" />
                    </>
                  )}
                </p>
                <p className="group-act-words">{one.words ?? t('assessment.closed')}</p>
              </>
            )}
          </article>
        ))}
        {ordering && <Ordering shown={shown} onClose={() => setOrdering(false)} onChanged={reload} />}
        {finishing && (
          <Finishing groupId={group.id} one={finishing} onClose={() => setFinishing(null)} onChanged={finished} />
        )}
      </Section>
    </div>
  );
}

interface Acting {
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

function Ordering({ shown, onClose, onChanged }: Acting & { readonly shown: ShownAssessmentsFragment }) {
  const { t } = useTranslation('group');
  const [order, { waiting }] = useAct(OrderAssessmentDocument);
  const draft = useDraft(`group-assessment:${shown.groupId}:order`, { instrument: '', assessorId: '' });
  const { instrument, assessorId } = draft.value;
  const [refusal, setRefusal] = useState<Refusal>();
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const outcome = await order({ input: { groupId: shown.groupId, instrument, assessorId } });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    toast(t('assessment.ordered'));
    onClose();
    onChanged();
  };
  return (
    <Dialog title={t('assessment.order')} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        <Select
          label={t('assessment.which')}
          value={instrument}
          onChange={(next) => draft.set({ instrument: next })}
          error={errorOf('instrument')}
          options={INSTRUMENTS.map((id) => ({ id, label: t(`assessment.instrument.${id}` as never) }))}
        />
        <Select
          label={t('assessment.who')}
          help={t('assessment.whoHelp')}
          value={assessorId}
          onChange={(next) => draft.set({ assessorId: next })}
          error={errorOf('assessorId')}
          options={shown.assessors.map(({ staffId, name }) => ({ id: staffId, label: name }))}
        />
        <p className="muted">{t('assessment.sixWeeks')}</p>
        <Refused refusal={refusal} fields={['instrument', 'assessorId']} />
        <Acts>
          <Button kind="primary" isPending={waiting} onPress={() => void send()}>
            {t('assessment.send')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}

function Finishing({
  groupId,
  one,
  onClose,
  onChanged,
}: Acting & { readonly groupId: string; readonly one: Assessment }) {
  const { t } = useTranslation('group');
  const [finish, { waiting }] = useAct(FinishAssessmentDocument);
  const draft = useDraft(`group-assessment:${groupId}:${one.id}`, { level: '', assessedOn: '', words: '' });
  const { level, assessedOn, words } = draft.value;
  const [refusal, setRefusal] = useState<Refusal>();
  const errorOf = (field: string) => refusal?.fields.find((fault) => fault.field === field)?.sentence;
  const send = async () => {
    const outcome = await finish({ input: { id: one.id, level, assessedOn, words } });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    toast(t('assessment.finished'));
    onClose();
    onChanged();
  };
  return (
    <Dialog
      title={t(`assessment.instrument.${one.instrument}` as never)}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="stack">
        <Select
          label={t('assessment.whichLevel')}
          help={t('assessment.levelHelp')}
          value={level}
          onChange={(next) => draft.set({ level: next })}
          error={errorOf('level')}
          options={LEVELS.map((id) => ({ id, label: t(`assessment.level.${id}` as never) }))}
        />
        <DateField
          label={t('assessment.assessedOn')}
          value={assessedOn}
          onChange={(next) => draft.set({ assessedOn: next })}
          error={errorOf('assessedOn')}
        />
        <TextArea
          label={t('assessment.words')}
          help={t('assessment.wordsHelp')}
          rows={4}
          value={words}
          onChange={(next) => draft.set({ words: next })}
          error={errorOf('words')}
        />
        <Refused refusal={refusal} fields={['level', 'assessedOn', 'words']} />
        <Acts>
          <Button kind="primary" isPending={waiting} onPress={() => void send()}>
            {t('assessment.save')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
