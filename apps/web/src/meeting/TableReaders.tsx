/** Who at the table gets what is being written, and who does not, as the kind of information changes. (OSL 8:1, 10:1) */
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { PartyKind } from '../elements/houses.js';
import { useLive } from '../live/connection.js';
import { isRevoked } from '../live/sight.js';
import { WhoSeesThis, type Reader } from '../elements/WhoSeesThis.js';
import {
  BoardReadersDocument,
  PictureReadersDocument,
  type ReadersAtTableFragment,
} from '../graphql/generated/hub/graphql.js';
import { useLanguage } from '../texts/start-texts.js';
import { whyOf } from './why-of.js';

function useReadersOf(): (houses: ReadersAtTableFragment['houses']) => Reader[] {
  const { t } = useTranslation('meeting');
  const language = useLanguage();
  return (houses) =>
    houses.map(({ branchId, kind, name, sees, outcome, ground }) => ({
      ...{ id: branchId, kind: kind as PartyKind, name, sees },
      why: whyOf({ sees, outcome, ground }, language, t),
    }));
}

/** For one kind of information, under the field where it is written. */
export function TableReaders(props: {
  readonly hubId: string;
  readonly category: string;
  readonly revealsPlace?: boolean;
  /** Whom it is about beside the meeting's own person. */
  readonly about?: readonly string[];
  /** The point of a group's meeting that it is said under; without one it is said to the whole meeting. */
  readonly pointId?: string;
  /** The seat of whoever is to do it. */
  readonly ownerMemberId?: string;
  /** What is written anew: who was to have it no longer does not get it by the way. */
  readonly itemId?: string | null;
  /** Beside the lobby and the board: to hear of them there would be to be in the room. */
  readonly outside?: boolean;
}) {
  const { t } = useTranslation('meeting');
  const { hubId, category, revealsPlace = false, about = [], outside = false } = props;
  const { pointId = null, ownerMemberId = null, itemId = null } = props;
  const readersOf = useReadersOf();
  const [reading, again] = useQuery({
    query: BoardReadersDocument,
    variables: { hubId, category, revealsPlace, about: [...about], pointId, ownerMemberId, itemId },
  });
  const { data } = reading;
  // What a consent opens may change while one writes; the lobby hears of it.
  useLive(data && !outside ? `hub:${hubId}` : null, (event) => isRevoked(event) || again(), reading);
  if (!data) return null;
  const { houses } = data.boardReaders;
  const nobody = houses.every(({ sees }) => !sees);
  return (
    <>
      <WhoSeesThis readers={readersOf(houses)} />
      {nobody && <p className="small muted">{t('readers.nobody')}</p>}
    </>
  );
}

/** For each part of one's own picture, before it is given. */
export function PictureReaders({ questionId }: { readonly questionId: string }) {
  const { t } = useTranslation('meeting');
  const readersOf = useReadersOf();
  const [{ data }] = useQuery({ query: PictureReadersDocument, variables: { questionId } });
  if (!data) return null;
  return (
    <ul className="picture-readers" role="list">
      {data.pictureReaders.map(({ category, houses }, at) => (
        <li key={`${category}-${at}`}>
          <p className="unit-category">{t(`hub:category.${category}` as never)}</p>
          <WhoSeesThis readers={readersOf(houses)} />
        </li>
      ))}
    </ul>
  );
}
