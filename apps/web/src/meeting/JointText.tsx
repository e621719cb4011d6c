/**
 * One text that several write at once. What others write comes in beside one's own words without moving the pen; where two
 * changed the same words both stand below it and a person chooses, while the pen may go on. [S0, the joint assessment]
 */
import { PenLine } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { TEXT_CATEGORIES, type BoardText } from '#domain/meeting/meeting-event.js';
import { decideMeetingStep, isBoardOpen } from '#domain/meeting/meeting-states.js';
import { Conflict } from '../elements/Conflict.js';
import { TextArea } from '../elements/fields/TextField.js';
import { Icon } from '../elements/Icon.js';
import type { Marks } from '../elements/marks.js';
import type { HubViewFragment } from '../graphql/generated/hub/graphql.js';
import { SaveBoardTextDocument, ShowPenDocument } from '../graphql/generated/meeting/graphql.js';
import { serverNow } from '../live/server-clock.js';
import { AboutOthers } from '../minutes/AboutOthers.js';
import { moveCaret } from './caret.js';
import { HubReaders } from './HubReaders.js';
import { useName } from './MeetingTop.js';
import { TableReaders } from './TableReaders.js';
import { findPen, holdPen } from './text-pen.js';
import { useBoard } from './use-board.js';

const PEN_EVERY = 4_000;

const bothOf = (one: Marks, other: Marks): Marks => ({
  about: [...new Set([...one.about, ...other.about])],
  revealsPlace: one.revealsPlace || other.revealsPlace,
});

export function JointText({ hub, text }: { readonly hub: HubViewFragment; readonly text: BoardText }) {
  const { t } = useTranslation('meeting');
  const { board, items, pens, act, hubId, waiting, isRevoked } = useBoard();
  const [, showPen] = useMutation(ShowPenDocument);
  const nameOf = useName(hub);
  const field = useRef<HTMLDivElement>(null);
  const penned = useRef(0);
  const pen = useMemo(() => findPen(hubId, text), [hubId, text]);
  const { value, marks: added, clash, error, saving } = useSyncExternalStore(pen.subscribe, pen.snapshot);
  const held = board.texts[text];
  const item = held && items.get(held.item);
  // What stands there already goes on being said of it.
  const stands: Marks = { about: item?.about ?? [], revealsPlace: item?.revealsPlace ?? false };
  const [isWriting, setIsWriting] = useState(false);
  const marks = bothOf(stands, added);
  const latest = useRef({ act, isRevoked, stands });
  useEffect(() => {
    latest.current = { act, isRevoked, stands };
  });
  useEffect(() => {
    pen.onWoven = (before, next) => {
      const area = field.current?.querySelector('textarea');
      const [start, end] = [area?.selectionStart ?? 0, area?.selectionEnd ?? 0];
      if (!area || document.activeElement !== area) return;
      requestAnimationFrame(() => area.setSelectionRange(moveCaret(before, next, start), moveCaret(before, next, end)));
    };
    const putDown = holdPen(pen, ({ marks: own, ...written }) => {
      const { about, revealsPlace } = bothOf(latest.current.stands, own);
      return latest.current.act(SaveBoardTextDocument, { text, ...written, about: [...about], revealsPlace });
    });
    return () => {
      // A board that has left its reader is sent nothing: it would only be refused, against whoever had it open.
      if (!latest.current.isRevoked()) putDown();
    };
  }, [pen, text]);

  useEffect(() => {
    if (item && item.text !== null) pen.hear({ version: item.version, text: item.text });
  }, [item, saving, clash, pen]);

  const write = (next: string) => {
    pen.write(next);
    if (performance.now() - penned.current > PEN_EVERY) {
      penned.current = performance.now();
      void showPen({ hubId, text });
    }
  };
  const leave = () => {
    pen.rest();
    penned.current = 0;
    void showPen({ hubId, text: null });
  };
  const settle = (chosen: string) => {
    if (!clash) return;
    pen.settle(chosen);
    field.current?.querySelector('textarea')?.focus();
  };
  const writable = isBoardOpen(board.state) || decideMeetingStep(board, 'adjust', serverNow()).outcome === 'moved';
  const writers = pens.filter((pen) => pen.text === text).map((pen) => nameOf(pen.member));
  return (
    <section
      className="board-text"
      id="assessment"
      aria-label={t(`text.${text}`)}
      ref={field}
      onFocus={() => setIsWriting(true)}
    >
      <TextArea
        label={t(`text.${text}`)}
        help={board.state === 'closed' && writable ? t('text.adjust') : undefined}
        rows={7}
        value={value}
        onChange={write}
        onBlur={leave}
        error={clash ? t('text.clash') : error === '' ? t('elements:failing.network.form') : error}
        isDisabled={!writable}
        after={
          <div className="board-text-after">
            <p className="small" role="status">
              {writers.length > 0 ? (
                <span className="board-pen">
                  <Icon of={PenLine} />
                  {t('text.writes', { names: writers.join(', ') })}
                </span>
              ) : (
                !clash && (
                  <span className="muted">
                    {t(waiting > 0 ? 'text.waits' : saving ? 'text.saving' : held ? 'text.saved' : 'text.empty')}
                  </span>
                )
              )}
            </p>
            {hub.kind === 'joint' ? (
              <TableReaders hubId={hub.id} category={TEXT_CATEGORIES[text]} itemId={held?.item ?? null} {...marks} />
            ) : (
              <HubReaders />
            )}
          </div>
        }
      />
      {isWriting && writable && (
        <AboutOthers
          hubId={hubId}
          category={TEXT_CATEGORIES[text]}
          value={marks}
          fixed={stands}
          onChange={(next) => pen.mark(next)}
        />
      )}
      {clash && (
        <Conflict
          mine={{ text: value, writer: t('you') }}
          theirs={{ text: clash.theirs, writer: nameOf(clash.theirsBy), at: clash.theirsAt ?? undefined }}
          onSettle={settle}
          onMerge={settle}
        />
      )}
    </section>
  );
}
