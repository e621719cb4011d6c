/**
 * What something in the plan is about was said wrongly: another kind, and why. Who will come to see it, and who will no longer,
 * stands there before anything is changed; nobody else does (OSL 8:1).
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import type { PartyKind } from '../elements/houses.js';
import { Refused } from '../elements/Refused.js';
import { Time } from '../elements/Time.js';
import { WhoSeesThis } from '../elements/WhoSeesThis.js';
import {
  ChangePlanCategoryDocument,
  PlanCategoryReadersDocument,
  type PlanCategoryReadersQuery,
} from '../graphql/generated/plan/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { whyOf } from '../meeting/why-of.js';
import { MINUTE_CATEGORIES } from '../minutes/categories.js';
import { useLanguage } from '../texts/start-texts.js';
import type { Entry } from './words.js';

/** The word by which it is opened beside the acts. */
export const CATEGORY = 'category';

/** What shows where somebody is does not become something else. */
const PLACES: readonly string[] = ['whereabouts', 'contact-details'];

interface CategoryProps {
  readonly groupId: string;
  readonly entry: Entry;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

type Reader = PlanCategoryReadersQuery['planCategoryReaders'][number];

export function CategoryDialog({ groupId, entry, onClose, onChanged }: CategoryProps) {
  const { t } = useTranslation('plan');
  const draft = useDraft(`plan-category:${groupId}:${entry.id}`, { category: '', reason: '' });
  const { category, reason } = draft.value;
  const [refusal, setRefusal] = useState<Refusal>();
  const [send, { waiting }] = useAct(ChangePlanCategoryDocument);
  const [{ data, fetching }, again] = useQuery({
    query: PlanCategoryReadersDocument,
    variables: { entryId: entry.id, category },
    pause: category === '',
    requestPolicy: 'network-only',
  });
  const readers = fetching || category === '' ? undefined : data?.planCategoryReaders;
  const coming = (readers ?? []).filter(({ sees, saw }) => sees && !saw);
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const change = async () => {
    const { id: entryId, version } = entry;
    const announced = coming.map(({ key }) => key);
    const outcome = await send({ input: { entryId, version, category, reason, announced } });
    if (outcome.refusal?.code === 'CONFLICT') onChanged();
    // Somebody else has come to be among them: they are asked for once more, and stand there.
    if (outcome.refusal?.code === 'READERS_NOT_SEEN') again({ requestPolicy: 'network-only' });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    onClose();
    onChanged();
  };
  return (
    <Dialog title={t('category.title')} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        <p className="plan-about">{entry.said.text}</p>
        <p>{t('category.now', { category: t(`minutes:category.${entry.said.category}` as never) })}</p>
        <Select
          label={t('category.to')}
          help={t('field.categoryHelp')}
          value={category}
          onChange={(next) => draft.set({ category: next })}
          error={errorOf('category')}
          options={MINUTE_CATEGORIES.filter((id) => id !== entry.said.category && !PLACES.includes(id)).map((id) => ({
            ...{ id, label: t(`minutes:category.${id}`) },
          }))}
        />
        <div aria-live="polite">{readers && <Readers readers={readers} />}</div>
        <TextArea
          label={t('category.reason')}
          help={t('category.reasonHelp')}
          rows={2}
          value={reason}
          onChange={(next) => draft.set({ reason: next })}
          error={errorOf('reason')}
        />
        <Refused refusal={refusal} fields={['category', 'reason']} />
        <Acts>
          <Button
            kind="primary"
            isPending={waiting}
            isDisabled={category !== '' && readers === undefined}
            onPress={() => void change()}
          >
            {t(coming.length > 0 ? 'category.doAndShow' : 'category.do')}
          </Button>
          <Button onPress={onClose}>{t('later')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}

function Readers({ readers }: { readonly readers: readonly Reader[] }) {
  const { t } = useTranslation('plan');
  const { t: inMeeting } = useTranslation('meeting');
  const language = useLanguage();
  const nameOf = ({ key, kind, name }: Reader): string =>
    key === 'family' ? t('category.family') : name === '' ? t(`version.family.${kind}` as never) : name;
  const names = (those: readonly Reader[]) => those.map(nameOf).join(', ');
  const coming = readers.filter(({ sees, saw }) => sees && !saw);
  const leaving = readers.filter(({ sees, saw }) => saw && !sees);
  return (
    <>
      <WhoSeesThis
        readers={readers.map((reader) => ({
          ...{ id: reader.key, kind: reader.kind as PartyKind, name: nameOf(reader), sees: reader.sees },
          why: whyOf(reader, language, inMeeting),
        }))}
      />
      {coming.length > 0 && <p className="note">{t('category.coming', { names: names(coming) })}</p>}
      {leaving.length > 0 && <p className="small">{t('category.leaving', { names: names(leaving) })}</p>}
      {coming.length + leaving.length === 0 && <p className="small muted">{t('category.same')}</p>}
    </>
  );
}

/** From what to what, by whom and why: for the house that wrote it. */
export function CategoryHistory({ entry: { categoryChanges } }: { readonly entry: Entry }) {
  const { t } = useTranslation('plan');
  if (categoryChanges.length === 0) return null;
  const word = (category: string) => t(`minutes:category.${category}` as never);
  return (
    <ul className="plan-categories" role="list">
      {categoryChanges.map(({ id, from, to, reason, byName, at }) => (
        <li key={id} className="small muted">
          {t('category.was', { from: word(from), to: word(to) })} “{reason}” {byName}, <Time at={at} as="day" />
        </li>
      ))}
    </ul>
  );
}
