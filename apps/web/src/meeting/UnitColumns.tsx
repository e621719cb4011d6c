/** One column for each unit, that fills when the unit itself gives its picture; until then only that it has answered. (OSL 26:1) */
import { CircleCheck, CircleDashed, Clock, Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { decidePresenting } from '#domain/meeting/present-picture.js';
import { isBoardOpen } from '#domain/meeting/meeting-states.js';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button, ButtonLink } from '../elements/Button.js';
import { GroundTag } from '../elements/GroundTag.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { toast } from '../elements/toasts.js';
import type { HubViewFragment } from '../graphql/generated/hub/graphql.js';
import { GivePictureDocument, PresentPictureDocument } from '../graphql/generated/meeting/graphql.js';
import { SightNote } from './SightNote.js';
import { PictureReaders } from './TableReaders.js';
import { MapBelow } from './MapBelow.js';
import { useBoard } from './use-board.js';
import { useColumns } from './use-columns.js';

type Row = HubViewFragment['rows'][number];

export function UnitColumns({ hub }: { readonly hub: HubViewFragment }) {
  const { t } = useTranslation('meeting');
  const { board } = useBoard();
  // The same order all the time: what one is reading must not move when someone answers.
  const rows = [...hub.rows].sort((a, b) => a.unitName.localeCompare(b.unitName, 'sv'));
  // Columns that fill by themselves, so that a long picture makes no hole beside it and the map stays near.
  const columns = useColumns();
  const each = Math.ceil(rows.length / columns);
  const given = rows.filter(({ unitId }) => board.pictures[unitId] !== undefined).length;
  return (
    <section
      className="board-units"
      id="pictures"
      aria-label={t(hub.kind === 'joint' ? 'pictures.jointTitle' : 'pictures.title')}
    >
      <SightNote />
      <h2 className="board-heading">
        {t(hub.kind === 'joint' ? 'pictures.jointTitle' : 'pictures.title')}{' '}
        <span className="board-count">{t('pictures.given', { given, all: rows.length })}</span>
      </h2>
      <div className="units" data-columns={columns}>
        {Array.from({ length: columns }, (_, at) => (
          <div key={at} className="unit-column">
            {rows.slice(at * each, (at + 1) * each).map((row) => (
              <UnitColumn key={row.unitId} row={row} joint={hub.kind === 'joint'} you={hub.you.staffId} />
            ))}
          </div>
        ))}
      </div>
      <MapBelow />
    </section>
  );
}

function UnitColumn({ row, joint, you }: { readonly row: Row; readonly joint: boolean; readonly you: string }) {
  const { t } = useTranslation('meeting');
  const { board, act, isLeft } = useBoard();
  const picture = board.pictures[row.unitId];
  const answered = row.answeredAt !== null;
  const mark = picture ? Eye : answered ? CircleCheck : row.state === 'late' ? Clock : CircleDashed;
  // The server asks the same of all that it knows; here only whose name one sees.
  const presenting = decidePresenting(board, {
    unit: row.unitId,
    people: [row.awaits?.staffId ?? null],
    internal: !joint,
    answered,
    by: you,
  });
  const give = async () => {
    const of = { questionId: row.questionId };
    const { refusal } = await (row.mine ? act(GivePictureDocument, of) : act(PresentPictureDocument, of));
    if (refusal && !isLeft()) toast(refusal.sentence || t('elements:failing.network.form'));
  };
  return (
    <article className="unit" data-given={picture !== undefined || undefined} data-mine={row.mine || undefined}>
      <h3>{row.unitName}</h3>
      {row.houseKind && row.houseName && (
        <p className="unit-house">
          <AgencyBadge kind={row.houseKind as PartyKind} name={row.houseName} />
        </p>
      )}
      <p className="unit-state" data-state={picture ? 'given' : row.state}>
        <Icon of={mark} />
        {picture
          ? t(joint || picture.knowledge === null ? 'pictures.givenOne' : `knowledge.${picture.knowledge}`)
          : t(answered ? 'pictures.answered' : joint ? 'hub:jointRow.preparing' : (`hub:row.${row.state}` as never))}
      </p>
      {picture && picture.items.length > 0 && <Picture itemIds={picture.items.map(({ item }) => item)} joint={joint} />}
      {!picture && row.mine && answered && isBoardOpen(board.state) && (
        <>
          {joint && <PictureReaders questionId={row.questionId} />}
          <Button kind="primary" wide onPress={() => void give()}>
            {t('pictures.give')}
          </Button>
        </>
      )}
      {picture?.presented && <p className="muted">{t('pictures.presented')}</p>}
      {!picture && !row.mine && presenting === 'may-present' && (
        <>
          <p className="muted">{t('pictures.absent')}</p>
          <Button wide onPress={() => void give()}>
            {t('pictures.present')}
          </Button>
        </>
      )}
      {!picture && row.mine && !answered && (
        <ButtonLink to={`/fraga/${row.questionId}`} kind="primary" wide>
          {t('hub:lobby.answer')}
        </ButtonLink>
      )}
    </article>
  );
}

function Picture({ itemIds, joint }: { readonly itemIds: readonly string[]; readonly joint: boolean }) {
  const { t } = useTranslation('meeting');
  const { items } = useBoard();
  return (
    <ul className="unit-items" role="list">
      {itemIds.map((id) => {
        const item = items.get(id);
        if (!item) return null;
        return (
          <li key={id}>
            {item.text === null ? (
              <p className="muted">{t(joint ? 'notForYou' : 'closed', { ground: item.ground })}</p>
            ) : (
              <>
                <p className="unit-category">
                  {t(`hub:category.${item.category}` as never)}{' '}
                  <GroundTag ground={item.ground} until={item.until ?? undefined} />
                </p>
                <p className="unit-text">{item.text}</p>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
