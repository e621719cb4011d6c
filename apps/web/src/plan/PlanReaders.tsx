/** Which of the group's houses get what is being written, and which do not, as the kind of information changes. (OSL 8:1, 10:1) */
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { PartyKind } from '../elements/houses.js';
import type { Marks } from '../elements/marks.js';
import { WhoSeesThis } from '../elements/WhoSeesThis.js';
import { PlanReadersDocument } from '../graphql/generated/plan/graphql.js';
import { whyOf } from '../meeting/why-of.js';
import { useLanguage } from '../texts/start-texts.js';

/** Read it in their own plan, and sit at no table. */
const OF_FAMILY: readonly string[] = ['subject', 'guardian'];

export function PlanReaders({
  groupId,
  category,
  entryId = null,
  ofEntryId = null,
  newsId = null,
  revealsPlace,
  about,
  opens = false,
  ownerMemberId = null,
  forFamily = false,
}: Marks & {
  readonly groupId: string;
  readonly category: string;
  /** What is written anew. */
  readonly entryId?: string | null;
  /** What is spoken of. */
  readonly ofEntryId?: string | null;
  /** News that are put right. */
  readonly newsId?: string | null;
  /** What is written anew is told also to those to whom it was not told before. */
  readonly opens?: boolean;
  /** The seat of whoever is to do it. */
  readonly ownerMemberId?: string | null;
  /** The family is to read it too. */
  readonly forFamily?: boolean;
}) {
  const { t } = useTranslation('meeting');
  const language = useLanguage();
  const { t: inPlan } = useTranslation('plan');
  const marks = { revealsPlace, about: [...about] };
  const asked = { groupId, category, entryId, ofEntryId, newsId, ...marks, opens, ownerMemberId };
  const variables = { ...asked, forFamily };
  const [{ data }] = useQuery({ query: PlanReadersDocument, variables });
  if (!data) return null;
  const readers = data.planReaders.map(({ branchId, kind, name, sees, outcome, ground }) => ({
    ...{ id: branchId, kind: kind as PartyKind, sees },
    name: OF_FAMILY.includes(kind) ? inPlan(`version.family.${kind}` as never) : name,
    why: whyOf({ sees, outcome, ground }, language, t),
  }));
  return (
    <>
      <WhoSeesThis readers={readers} />
      {readers.every(({ kind, sees }) => !sees || OF_FAMILY.includes(kind)) && (
        <p className="small muted">{t('readers.nobody')}</p>
      )}
    </>
  );
}
