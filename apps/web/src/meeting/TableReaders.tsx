/** Who at the table gets what is being written, and who does not, as the kind of information changes. (OSL 8:1, 10:1) */
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { PartyKind } from '../elements/houses.js';
import { useLive } from '../live/connection.js';
import { WhoSeesThis, type Reader } from '../elements/WhoSeesThis.js';
import {
  BoardReadersDocument,
  PictureReadersDocument,
  type ReadersAtTableFragment,
} from '../graphql/generated/hub/graphql.js';

const readersOf = (houses: ReadersAtTableFragment['houses']): Reader[] =>
  houses.map(({ branchId, kind, name, sees }) => ({ id: branchId, kind: kind as PartyKind, name, sees }));

/** For one kind of information, under the field where it is written. */
export function TableReaders(props: {
  readonly hubId: string;
  readonly category: string;
  readonly revealsPlace?: boolean;
  /** Whom it is about beside the meeting's own person. */
  readonly about?: readonly string[];
  /** Beside the lobby and the board: to hear of them there would be to be in the room. */
  readonly outside?: boolean;
}) {
  const { t } = useTranslation('meeting');
  const { hubId, category, revealsPlace = false, about = [], outside = false } = props;
  const [reading, again] = useQuery({
    query: BoardReadersDocument,
    variables: { hubId, category, revealsPlace, about: [...about] },
  });
  const { data } = reading;
  // What a consent opens may change while one writes; the lobby hears of it.
  useLive(data && !outside ? `hub:${hubId}` : null, () => again(), reading);
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
