/**
 * One text that several write at once. What others write comes in beside one's own words without moving the pen; where two
 * changed the same words both stand there and a person chooses. [S0, the joint assessment]
 */
import { PenLine } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { TEXT_CATEGORIES, type BoardText } from '#domain/meeting/meeting-event.js';
import { decideMeetingStep, isBoardOpen } from '#domain/meeting/meeting-states.js';
import { mergeText } from '#domain/meeting/merge-text.js';
import { Conflict } from '../elements/Conflict.js';
import { TextArea } from '../elements/fields/TextField.js';
import { Icon } from '../elements/Icon.js';
import { WhoSeesThis } from '../elements/WhoSeesThis.js';
import type { HubViewFragment } from '../graphql/generated/hub/graphql.js';
import {
  SaveBoardTextDocument,
  ShowPenDocument,
  type SaveBoardTextMutation,
} from '../graphql/generated/meeting/graphql.js';
import { serverNow } from '../live/server-clock.js';
import { moveCaret } from './caret.js';
import { useName } from './MeetingTop.js';
import { TableReaders } from './TableReaders.js';
import { useBoard } from './use-board.js';

type Clash = NonNullable<SaveBoardTextMutation['saveBoardText']['conflict']>;

/** The version before one's eyes when one began to write. */
interface Base {
  readonly version: number | null;
  readonly text: string;
}

const PAUSE = 700;
const PEN_EVERY = 4_000;

export function JointText({ hub, text }: { readonly hub: HubViewFragment; readonly text: BoardText }) {
  const { t } = useTranslation('meeting');
  const { board, items, pens, act, hubId, waiting } = useBoard();
  const [, showPen] = useMutation(ShowPenDocument);
  const nameOf = useName(hub);
  const field = useRef<HTMLDivElement>(null);
  const [value, setValue] = useState('');
  const [clash, setClash] = useState<Clash>();
  const [error, setError] = useState<string>();
  const [saving, setSaving] = useState(false);
  /** What the timers and answers work on, ahead of what is drawn. */
  const now = useRef({ value: '', base: { version: null, text: '' } as Base, busy: false, again: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const penned = useRef(0);

  const show = useCallback((next: string) => {
    const area = field.current?.querySelector('textarea');
    const before = now.current.value;
    const [start, end] = [area?.selectionStart ?? 0, area?.selectionEnd ?? 0];
    now.current.value = next;
    setValue(next);
    if (area && document.activeElement === area && before !== next)
      requestAnimationFrame(() => area.setSelectionRange(moveCaret(before, next, start), moveCaret(before, next, end)));
  }, []);

  /** Takes in what stands on the server; false when it cannot be woven into what is being written. */
  const takeIn = useCallback(
    (theirs: Base): boolean => {
      const { value: mine, base } = now.current;
      const merge = mergeText(base.text, mine, theirs.text);
      if (merge.outcome === 'conflict') return false;
      now.current.base = theirs;
      show(merge.text);
      return true;
    },
    [show],
  );

  const save = useCallback(async (): Promise<void> => {
    const state = now.current;
    if (state.busy) {
      state.again = true;
      return;
    }
    if (state.value === state.base.text) return;
    state.busy = true;
    setSaving(true);
    const sent = state.value;
    const { data, refusal } = await act(SaveBoardTextDocument, {
      text,
      baseVersion: state.base.version,
      value: sent,
    });
    state.busy = false;
    setSaving(false);
    if (refusal) {
      setError(refusal.sentence || t('elements:failing.network.form'));
      return;
    }
    setError(undefined);
    const { conflict, version, value: saved } = data.saveBoardText;
    if (conflict) {
      setClash(conflict);
      return;
    }
    // What was typed while it was on its way goes on from what it became.
    const typed = state.value;
    state.base = { version: null, text: sent };
    state.value = typed;
    takeIn({ version: version ?? null, text: saved ?? sent });
    if (state.again || state.value !== state.base.text) {
      state.again = false;
      void save();
    }
  }, [act, takeIn, text, t]);

  const held = board.texts[text];
  const item = held && items.get(held.item);
  useEffect(() => {
    if (!item || item.text === null || now.current.busy) return;
    if (now.current.base.version === item.version) return;
    // What cannot be woven in is left to the save, which shows both.
    takeIn({ version: item.version, text: item.text });
  }, [item, saving, takeIn]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const write = (next: string) => {
    now.current.value = next;
    setValue(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE);
    if (performance.now() - penned.current > PEN_EVERY) {
      penned.current = performance.now();
      void showPen({ hubId, text });
    }
  };
  const leave = () => {
    clearTimeout(timer.current);
    void save();
    penned.current = 0;
    void showPen({ hubId, text: null });
  };
  const settle = (chosen: string) => {
    if (!clash) return;
    now.current.base = { version: clash.theirsVersion, text: clash.theirs };
    setClash(undefined);
    show(chosen);
    void save();
  };
  const writable = isBoardOpen(board.state) || decideMeetingStep(board, 'adjust', serverNow()).outcome === 'moved';
  const writers = pens.filter((pen) => pen.text === text).map((pen) => nameOf(pen.member));
  return (
    <section className="board-text" id="assessment" aria-label={t(`text.${text}`)} ref={field} onBlur={leave}>
      {clash ? (
        <Conflict
          mine={{ text: clash.mine, writer: t('you'), at: new Date(serverNow()).toISOString() }}
          theirs={{ text: clash.theirs, writer: nameOf(clash.theirsBy), at: new Date(serverNow()).toISOString() }}
          onSettle={settle}
        />
      ) : (
        <TextArea
          label={t(`text.${text}`)}
          help={board.state === 'closed' && writable ? t('text.adjust') : undefined}
          rows={7}
          value={value}
          onChange={write}
          error={error}
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
                  <span className="muted">
                    {t(waiting > 0 ? 'text.waits' : saving ? 'text.saving' : held ? 'text.saved' : 'text.empty')}
                  </span>
                )}
              </p>
              {hub.kind === 'joint' ? (
                <TableReaders hubId={hub.id} category={TEXT_CATEGORIES[text]} />
              ) : (
                <WhoSeesThis
                  readers={[
                    { id: 'hub', kind: 'social-services', name: t('text.seesHub'), sees: true },
                    { id: 'police', kind: 'police', name: t('hub:question.police'), sees: false },
                  ]}
                />
              )}
            </div>
          }
        />
      )}
    </section>
  );
}
