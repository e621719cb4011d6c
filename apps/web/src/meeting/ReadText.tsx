/** The joint text for who sits there for another house: the words as far as they are theirs, kept by the house that leads. */
import { useTranslation } from 'react-i18next';
import type { BoardText } from '#domain/meeting/meeting-event.js';
import { GroundTag } from '../elements/GroundTag.js';
import { useBoard } from './use-board.js';

export function ReadText({ text }: { readonly text: BoardText }) {
  const { t } = useTranslation('meeting');
  const { board, items } = useBoard();
  const held = board.texts[text];
  const item = held && items.get(held.item);
  const shown = item?.text ?? null;
  return (
    <section className="board-text" id="assessment" aria-label={t(`text.${text}`)}>
      <h2 className="board-heading">
        {t(`text.${text}`)}{' '}
        {item && shown !== null && <GroundTag ground={item.ground} until={item.until ?? undefined} />}
      </h2>
      {shown === null ? (
        <p className="muted">{t(held ? 'notForYou' : 'text.noneYet')}</p>
      ) : (
        <p className="unit-text">{shown}</p>
      )}
    </section>
  );
}
