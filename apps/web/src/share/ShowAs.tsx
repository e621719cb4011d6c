/** The very screen that the receiver will see, ground tags and all, made of what would be told now. */
import { useTranslation } from 'react-i18next';
import type { SharedPartFragment } from '../graphql/generated/share/graphql.js';
import { SharedScreen, type ScreenThing } from './SharedScreen.js';
import { DRAFT, NAME, type Choice, type House, type Pair, type Sharing } from './share-choice.js';

export interface ShowAsProps {
  readonly sharing: Sharing;
  readonly choice: Choice;
  readonly house: House;
  readonly told: readonly Pair[];
}

export function ShowAs({ sharing, choice, house, told }: ShowAsProps) {
  const { t } = useTranslation('share');
  const parts = told.flatMap((pair) => {
    const part = partOf(pair, { sharing, choice });
    return part ? [{ ...part, ground: pair.ground, until: pair.until }] : [];
  });
  const isName = ({ id }: SharedPartFragment) => id === NAME || sharing.nameItemIds.includes(id);
  const before = sharing.given
    .filter((one) => one.toBranchId === house.branchId && one.isInForce)
    .flatMap((one) => {
      const item = sharing.items.find(({ id }) => id === one.itemId);
      return item && !parts.some(({ id }) => id === item.id) ? [{ ...item, ground: one.ground, until: one.until }] : [];
    });
  const all = [...parts, ...before];
  const things: ScreenThing[] = all.filter((part) => !isName(part)).map((part) => ({ part, from: sharing.from }));
  return (
    <div className="stack">
      <p className="small muted">{t('showAs.words', { name: house.name })}</p>
      <SharedScreen name={all.find(isName) ?? null} caseName={sharing.caseName} things={things} />
    </div>
  );
}

function partOf(
  pair: Pair,
  { sharing, choice }: Pick<ShowAsProps, 'sharing' | 'choice'>,
): SharedPartFragment | undefined {
  const { person, from } = sharing;
  const written = (id: string, text: string): SharedPartFragment => ({
    id,
    kind: 'content',
    category: pair.category,
    text,
    giverKind: from.kind,
    ground: pair.ground,
    alsoSeenBy: [],
    until: pair.until,
    createdAt: sharing.asOf,
    childName: null,
    familyKnows: null,
    familyKnowsWhat: null,
    measures: null,
    contact: null,
    organisation: null,
    feedback: null,
    instrument: null,
    instrumentLabel: null,
    answers: [],
  });
  if (pair.thing === NAME) return written(NAME, person.name ?? '');
  if (pair.thing === DRAFT) return written(DRAFT, choice.draft?.text ?? '');
  return sharing.items.find(({ id }) => id === pair.thing);
}
