/** What stays when something left: a calm sentence with the time, one's own words, and nothing of what others still see. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnWords } from '../elements/OwnWords.js';
import { Revoked } from '../elements/states.js';
import { leftBoard, putDownPens, unsentOn } from './unsent.js';
import { useBoard } from './use-board.js';

/** On the board, when a part of what one had seen has left it. The focus that was inside what left comes here. */
export function SightNote() {
  const { t } = useTranslation('meeting');
  const { lessenedAt } = useBoard();
  const [hadFocus, setHadFocus] = useState(false);
  useEffect(() => {
    if (lessenedAt !== undefined) setHadFocus(document.activeElement === document.body);
  }, [lessenedAt]);
  if (lessenedAt === undefined) return null;
  return (
    <div className="board-sight">
      <Revoked key={lessenedAt} at={new Date(lessenedAt).toISOString()} hadFocus={hadFocus}>
        {t('sight.part')}
      </Revoked>
    </div>
  );
}

/** Where the whole board was. */
export function OwnDraft({ hubId, wrote }: { readonly hubId: string; readonly wrote: boolean }) {
  useEffect(() => {
    putDownPens(hubId);
  }, [hubId]);
  return <OwnWords name={leftBoard(hubId)} written={() => unsentOn(hubId)} wrote={wrote} />;
}
