/** What stays when something left: a calm sentence with the time, one's own words, and nothing of what others still see. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextArea } from '../elements/fields/TextField.js';
import { findDraft, keepDraft } from '../elements/form/drafts.js';
import { Revoked } from '../elements/states.js';
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

interface MapDraft {
  readonly text: string;
}

/** Where the whole board was: what one was writing oneself is one's own, to be kept or taken along. */
export function OwnDraft({ hubId, wrote }: { readonly hubId: string; readonly wrote: boolean }) {
  const { t } = useTranslation('meeting');
  const name = `board:${hubId}:map`;
  const [draft, setDraft] = useState(() => findDraft<MapDraft>(name));
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = place.current?.querySelector('textarea');
    if (!wrote || !field) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }, [wrote]);
  if (!draft || draft.text.trim() === '') return null;
  return (
    <div ref={place}>
      <TextArea
        label={t('sight.draft')}
        help={t('sight.draftHelp')}
        rows={4}
        value={draft.text}
        onChange={(text) => {
          const next = { ...draft, text };
          keepDraft(name, next);
          setDraft(next);
        }}
      />
    </div>
  );
}
