/**
 * One thing in the plan being written. What is typed stays through a refusal, a lost network and another page; where somebody
 * else was first both texts stand side by side and a person chooses.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawingWritten } from '#domain/plan/drawing.js';
import { canBePromised, type EntryKind } from '#domain/plan/plan-entry.js';
import { isForFamilyAtFirst } from '#domain/plan/family-plan.js';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Checkbox } from '../elements/fields/choices.js';
import { DateField } from '../elements/fields/DateField.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea, TextField } from '../elements/fields/TextField.js';
import { DraftClash } from '../elements/form/DraftClash.js';
import type { Standing } from '../elements/form/lay-together.js';
import { useDraftOver } from '../elements/form/use-draft.js';
import type { Marks } from '../elements/marks.js';
import { Refused } from '../elements/Refused.js';
import {
  ChangePlanEntryDocument,
  WritePlanEntryDocument,
  type PlanShownFragment,
} from '../graphql/generated/plan/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { MINUTE_CATEGORIES } from '../minutes/categories.js';
import { AboutInPlan } from './AboutInPlan.js';
import { DrawingInPlan, drawingIn, drawingSent } from './DrawingInPlan.js';
import { ForFamily } from './ForFamily.js';
import { useMemberName } from './FamilyVoices.js';
import { Penned } from './Pens.js';
import { PlanReaders } from './PlanReaders.js';
import { TriedBefore, triedOn } from './TriedBefore.js';
import { NEED_AREAS, type Entry, type Voice } from './words.js';

export interface Editing {
  readonly kind: string;
  /** Null for something new. */
  readonly entry: Entry | null;
  readonly goalId?: string;
  /** What the family proposed, and this is to come of. */
  readonly proposal?: Voice;
  /** What one of them has drawn, to stand there in place of what does. */
  readonly drawing?: DrawingWritten;
}

interface EditorProps {
  readonly plan: PlanShownFragment;
  readonly editing: Editing;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

const FIELDS = [
  'words',
  'drawing',
  'drawingAlt',
  'category',
  'about',
  'needArea',
  'aim',
  'help',
  'watch',
  'ownerMemberId',
  'promisedBy',
  'familyWords',
  'startsOn',
  'followUpOn',
];

const marksOf = (entry: Entry | null): Marks => ({
  about: entry?.said.about ?? [],
  revealsPlace: entry?.said.revealsPlace ?? false,
});

const writtenIn = ({ kind, entry, proposal }: Editing) => ({
  words: entry?.said.text ?? proposal?.text ?? '',
  drawing: drawingIn(entry ? entry.said.drawing : proposal?.drawing),
  category: entry?.said.category ?? 'measures-and-plan',
  ...marksOf(entry),
  needArea: entry?.needArea ?? '',
  aim: entry?.aim ?? '',
  help: entry?.help ?? '',
  watch: entry?.watch ?? '',
  ownerMemberId: entry?.ownerMemberId ?? '',
  startsOn: entry?.startsOn ?? '',
  followUpOn: entry?.followUpOn ?? '',
  promisedBy: entry?.promisedBy?.key ?? '',
  // What somebody proposed the others of the family have not read: whoever takes it up chooses that they do.
  forFamily: entry?.forFamily ?? (proposal === undefined && isForFamilyAtFirst(kind as EntryKind)),
  familyWords: entry?.familyWords ?? '',
  opens: false,
});

type Written = ReturnType<typeof writtenIn>;

/** The versions of the entry and of its words, as they are sent back. */
const standing = (editing: Editing): Standing<Written> => ({
  version: editing.entry ? `${editing.entry.version} ${editing.entry.said.version}` : '',
  values: writtenIn(editing),
});

export function EntryEditor({ plan, editing, onClose, onChanged }: EditorProps) {
  const { t } = useTranslation('plan');
  const { kind, entry, proposal } = editing;
  const nameOf = useMemberName();
  const name = `plan:${plan.groupId}:${entry?.id ?? proposal?.id ?? editing.goalId ?? kind}`;
  const stands = standing(editing);
  const draft = useDraftOver(name, stands);
  const { value, set } = draft;
  const { drawing } = editing;
  const [isTakenUp, setTakenUp] = useState(drawing === undefined);
  if (!isTakenUp && drawing) {
    setTakenUp(true);
    set({ drawing: drawingIn(drawing) });
  }
  const [refusal, setRefusal] = useState<Refusal>();
  const [write, writing] = useAct(WritePlanEntryDocument);
  const [change, changing] = useAct(ChangePlanEntryDocument);
  const isOnNewNeed = kind === 'measure' && value.needArea !== (entry?.needArea ?? '');
  const tried = isOnNewNeed ? triedOn(value.needArea, plan.entries) : [];
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const { words, category, aim, help, watch, revealsPlace } = value;
    const said = {
      ...{ words, aim, help, watch, revealsPlace, about: [...value.about] },
      drawing: kind === 'future' ? drawingSent(value.drawing) : null,
      needArea: value.needArea || null,
      ownerMemberId: value.ownerMemberId || null,
      promisedBy: value.promisedBy || null,
      forFamily: value.forFamily,
      familyWords: value.forFamily ? value.familyWords : '',
      startsOn: value.startsOn || null,
      followUpOn: value.followUpOn || null,
      seen: tried.map(({ id }) => id),
    };
    const [version, itemVersion] = draft.base.version.split(' ').map(Number);
    const outcome =
      entry && version !== undefined && itemVersion !== undefined
        ? await change({ input: { entryId: entry.id, version, itemVersion, opens: value.opens, ...said } })
        : await write({
            input: {
              ...{ groupId: plan.groupId, kind, category, ...said },
              goalId: editing.goalId ?? null,
              proposalId: proposal?.id ?? null,
            },
          });
    // Somebody else was first: what they wrote comes in, and both stand there.
    if (outcome.refusal?.code === 'CONFLICT') onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    onClose();
    onChanged();
  };
  const asks = ASKS[kind] ?? [];
  // What is new is nobody else's to see yet.
  const penId = entry?.id ?? null;
  const { category, about, revealsPlace, opens } = value;
  const ownerMemberId = value.ownerMemberId || null;
  const read = (field: keyof Written, values: Written) => {
    const label = field === 'words' ? t(`kind.${kind}.words` as never) : t(`field.${field}` as never);
    if (field.startsWith('drawing'))
      return {
        label: t('drawing.title'),
        words: [t('drawing.strokes', { count: values.drawing.strokes.length }), values.drawing.alt].join(', '),
      };
    if (field === 'needArea') return { label, words: values.needArea && t(`need.${values.needArea}` as never) };
    if (field === 'category') return { label, words: t(`minutes:category.${values.category}` as never) };
    if (field === 'revealsPlace')
      return {
        label: t('elements:saidAbout.place'),
        words: t(values.revealsPlace ? 'elements:form.clash.yes' : 'elements:form.clash.no'),
      };
    if (field === 'familyWords') return { label: t('family.words'), words: values.familyWords };
    if (field === 'forFamily')
      return {
        label: t('family.reads'),
        words: t(values.forFamily ? 'elements:form.clash.yes' : 'elements:form.clash.no'),
      };
    if (field === 'promisedBy') {
      const member = plan.family.find(({ key }) => key === values.promisedBy);
      return { label: t('family.promisedBy'), words: member ? nameOf(member) : '' };
    }
    if (field === 'ownerMemberId')
      return { label: t('field.owner'), words: plan.seats.find((seat) => seat.memberId === values[field])?.name ?? '' };
    return { label, words: String(values[field]) };
  };
  const readers = (
    <>
      <PlanReaders
        groupId={plan.groupId}
        entryId={entry?.id ?? null}
        {...{ category, about, revealsPlace, opens, ownerMemberId, forFamily: value.forFamily }}
      />
      {entry && (
        <Checkbox label={t('opens')} help={t('opensHelp')} value={opens} onChange={(next) => set({ opens: next })} />
      )}
    </>
  );
  return (
    <Dialog
      title={t(entry ? `kind.${kind}.change` : (`kind.${kind}.add` as never))}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      place={kind === 'measure' ? 'side' : 'middle'}
    >
      {entry && draft.clashing.length > 0 ? (
        <DraftClash
          laid={draft}
          stands={stands}
          read={read}
          texts={TEXTS}
          you={t('you')}
          by={{ writer: entry.wordsByName, at: entry.wordsAt }}
          onSettle={(chosen) => {
            draft.settle(chosen);
            setRefusal(undefined);
          }}
        />
      ) : (
        <div className="stack">
          {asks.includes('needArea') && (
            <Penned entryId={penId} field="needArea">
              <Select
                label={t('field.needArea')}
                value={value.needArea}
                onChange={(needArea) => set({ needArea })}
                error={errorOf('needArea')}
                options={NEED_AREAS.map((id) => ({ id, label: t(`need.${id}`) }))}
              />
            </Penned>
          )}
          <TriedBefore tried={tried} />
          <Penned entryId={penId} field="words">
            <TextArea
              label={t(`kind.${kind}.words` as never)}
              help={kind === 'future' ? t('futureHelp') : undefined}
              rows={3}
              value={value.words}
              onChange={(words) => set({ words })}
              error={errorOf('words')}
              after={readers}
            />
          </Penned>
          {kind === 'future' && (
            <DrawingInPlan value={value.drawing} onChange={(next) => set({ drawing: next })} errorOf={errorOf} />
          )}
          {asks.includes('aim') && (
            <Penned entryId={penId} field="aim">
              <TextArea
                label={t('field.aim')}
                rows={2}
                value={value.aim}
                onChange={(aim) => set({ aim })}
                error={errorOf('aim')}
              />
            </Penned>
          )}
          {asks.includes('watch') && (
            <Penned entryId={penId} field="watch">
              <TextField
                label={t('field.watch')}
                value={value.watch}
                onChange={(watch) => set({ watch })}
                error={errorOf('watch')}
              />
            </Penned>
          )}
          {asks.includes('owner') && (
            <>
              <Penned entryId={penId} field="owner">
                <Select
                  label={t(value.promisedBy === '' ? 'field.owner' : 'family.follows')}
                  value={value.ownerMemberId}
                  onChange={(ownerMemberId) => set({ ownerMemberId })}
                  error={errorOf('ownerMemberId')}
                  options={plan.seats.map(({ memberId, name, unitName }) => ({
                    ...{ id: memberId, label: name, help: unitName },
                  }))}
                />
              </Penned>
              <Penned entryId={penId} field="help">
                <TextArea
                  label={t('field.help')}
                  optional
                  rows={2}
                  value={value.help}
                  onChange={(help) => set({ help })}
                  error={errorOf('help')}
                />
              </Penned>
              <Penned entryId={penId} field="startsOn">
                <DateField
                  label={t('field.startsOn')}
                  optional
                  value={value.startsOn}
                  onChange={(startsOn) => set({ startsOn })}
                  error={errorOf('startsOn')}
                />
              </Penned>
              <Penned entryId={penId} field="followUpOn">
                <DateField
                  label={t('field.followUpOn')}
                  value={value.followUpOn}
                  onChange={(followUpOn) => set({ followUpOn })}
                  error={errorOf('followUpOn')}
                />
              </Penned>
            </>
          )}
          {asks.includes('teller') && (
            <Penned entryId={penId} field="owner">
              <Select
                label={t('series.teller')}
                value={value.ownerMemberId}
                onChange={(ownerMemberId) => set({ ownerMemberId })}
                error={errorOf('ownerMemberId')}
                options={plan.seats.map(({ memberId, name, unitName }) => ({
                  id: memberId,
                  label: name,
                  help: unitName,
                }))}
              />
            </Penned>
          )}
          {!entry && (
            <Select
              label={t('field.category')}
              help={t('field.categoryHelp')}
              value={value.category}
              onChange={(category) => set({ category })}
              error={errorOf('category')}
              options={MINUTE_CATEGORIES.map((id) => ({ id, label: t(`minutes:category.${id}`) }))}
            />
          )}
          <Penned entryId={penId} field="family">
            <ForFamily
              family={plan.family}
              canPromise={canBePromised(kind as EntryKind)}
              isProposed={proposal !== undefined}
              {...{ value, category }}
              onChange={set}
              errorOf={errorOf}
            />
          </Penned>
          <Penned entryId={penId} field="about">
            <AboutInPlan
              groupId={plan.groupId}
              category={category}
              value={value}
              fixed={marksOf(entry)}
              onChange={set}
              error={errorOf('about')}
            />
          </Penned>
          <Refused refusal={refusal} fields={FIELDS} />
          <Acts>
            <Button kind="primary" isPending={writing.waiting || changing.waiting} onPress={() => void send()}>
              {t('save')}
            </Button>
            <Button onPress={onClose}>{t('later')}</Button>
          </Acts>
        </div>
      )}
    </Dialog>
  );
}

const TEXTS = ['words', 'aim', 'help', 'watch', 'familyWords'] as const;

/** What a kind asks for beside its words. */
const ASKS: Readonly<Record<string, readonly string[]>> = {
  measure: ['needArea', 'aim', 'owner'],
  risk: ['needArea'],
  frame: ['watch'],
  // What is counted, and how, stays as it was agreed on.
  series: ['teller'],
};
