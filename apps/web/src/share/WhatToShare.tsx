/** What can be told: what the house has said on the case, the name as a thing of its own, or something new. */
import { PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { CATEGORIES } from '#domain/disclosure/vocabulary.js';
import { Button } from '../elements/Button.js';
import { Checkbox } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import type { PartyKind } from '../elements/houses.js';
import { Section } from '../elements/Page.js';
import { SaidAbout } from '../elements/SaidAbout.js';
import { Time } from '../elements/Time.js';
import { WhoSeesThis, type Reader } from '../elements/WhoSeesThis.js';
import { CaseCircleDocument } from '../graphql/generated/share/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { DRAFT, EMPTY_DRAFT, NAME, toggled, type Choice, type Pair, type Sharing } from './share-choice.js';

export interface WhatToShareProps {
  readonly sharing: Sharing;
  readonly choice: Choice;
  readonly pairs: readonly Pair[];
  readonly onChange: (part: Partial<Choice>) => void;
}

export function WhatToShare({ sharing, choice, pairs, onChange }: WhatToShareProps) {
  const { t } = useTranslation('share');
  const names = new Set(sharing.nameItemIds);
  const items = sharing.items.filter(({ id }) => !names.has(id));
  const [nameItem] = sharing.nameItemIds;
  const pick = (id: string, on: boolean) => onChange({ things: toggled(choice.things, id, on) });
  const canName = sharing.person.name !== null;
  return (
    <Section title={t('what.title')}>
      <div className="stack gap-2">
        {canName && (
          <Checkbox
            label={t('what.name')}
            help={t('what.nameHelp')}
            value={choice.things.includes(nameItem ?? NAME)}
            onChange={(on) => pick(nameItem ?? NAME, on)}
          />
        )}
        {items.map((item) => (
          <Checkbox
            key={item.id}
            label={
              <>
                <strong>{t(`category.${item.category}` as never)}</strong>{' '}
                <span className="muted small">
                  <Time at={item.createdAt} as="day" />
                </span>
              </>
            }
            help={<span className="share-excerpt">{item.text}</span>}
            value={choice.things.includes(item.id)}
            onChange={(on) => pick(item.id, on)}
          />
        ))}
        {items.length === 0 && <p className="muted">{t('what.none')}</p>}
      </div>
      {choice.draft === null ? (
        <div>
          <Button icon={PenLine} onPress={() => onChange({ draft: EMPTY_DRAFT })}>
            {t('what.write')}
          </Button>
        </div>
      ) : (
        <Writing sharing={sharing} choice={choice} pairs={pairs} onChange={onChange} />
      )}
    </Section>
  );
}

/** Under the field stands who will get it, live as the kind of information changes. */
function Writing({ sharing, choice, pairs, onChange }: WhatToShareProps) {
  const { t } = useTranslation('share');
  const draft = choice.draft!;
  const [{ data, error }, again] = useQuery({ query: CaseCircleDocument, variables: { caseId: sharing.caseId } });
  const readers: Reader[] = [
    { id: 'own', kind: sharing.from.kind as PartyKind, name: sharing.from.name, sees: true },
    ...sharing.houses
      .filter(({ branchId }) => choice.houses.includes(branchId))
      .map(({ branchId, kind, name }) => ({
        id: branchId,
        kind: kind as PartyKind,
        name,
        sees: pairs.some((pair) => pair.thing === DRAFT && pair.toBranchId === branchId && pair.outcome === 'release'),
      })),
  ];
  return (
    <div className="panel stack">
      <Select
        label={t('what.category')}
        value={draft.category}
        onChange={(category) => onChange({ draft: { ...draft, category } })}
        options={CATEGORIES.filter((id) => id !== 'report-feedback').map((id) => ({ id, label: t(`category.${id}`) }))}
      />
      <TextArea
        label={t('what.text')}
        help={t('what.textHelp')}
        value={draft.text}
        onChange={(text) => onChange({ draft: { ...draft, text } })}
        rows={4}
        after={<WhoSeesThis readers={readers} />}
      />
      <SaidAbout
        circle={data?.caseCircle ?? []}
        unread={error && !data ? { refusal: refusalOf(error), again } : undefined}
        category={draft.category}
        value={draft}
        onChange={(marks) => onChange({ draft: { ...draft, ...marks } })}
      />
      <div>
        <Button kind="quiet" onPress={() => onChange({ draft: null })}>
          {t('what.drop')}
        </Button>
      </div>
    </div>
  );
}
