/**
 * Two have written at once: both texts stand side by side with their writers, what differs is marked, and nothing is
 * thrown away before a person has chosen. Where it took the place of the field that had the focus, it takes the focus too.
 */
import { GitMerge } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.js';
import { differences } from './differences.js';
import { TextArea } from './fields/TextField.js';
import { Icon } from './Icon.js';
import { Time } from './Time.js';
import './Conflict.css';

export interface Writing {
  readonly text: string;
  readonly writer: string;
  /** Absent for what is not saved yet. */
  readonly at?: string;
}

export interface ConflictProps {
  readonly mine: Writing;
  readonly theirs: Writing;
  /** The text that is to stand, and whose it is; the caller writes it with the version of `theirs`. */
  readonly onSettle: (text: string, whose: 'mine' | 'theirs' | 'both') => void;
  /** Where the field still stands: both texts are put together there, and no second one is opened. */
  readonly onMerge?: (both: string) => void;
}

function Side({ title, writing, other }: { title: string; writing: Writing; other: Writing }) {
  const { t } = useTranslation('elements');
  const heading = useId();
  return (
    <section className="conflict-side" aria-labelledby={heading}>
      <p className="conflict-who" id={heading}>
        {title}
      </p>
      <p className="conflict-by">
        {writing.writer}, {writing.at ? <Time at={writing.at} as="short" /> : t('conflict.unsaved')}
      </p>
      <p className="conflict-text">
        {differences(writing.text, other.text).map((piece, index) =>
          piece.only ? (
            <mark key={index}>
              <span className="vh">{t('conflict.markStart')}</span>
              {piece.text}
              <span className="vh">{t('conflict.markEnd')}</span>
            </mark>
          ) : (
            <span key={index}>{piece.text}</span>
          ),
        )}
      </p>
    </section>
  );
}

export function Conflict({ mine, theirs, onSettle, onMerge }: ConflictProps) {
  const { t } = useTranslation('elements');
  const [merged, setMerged] = useState<string>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus();
  }, []);
  return (
    <div className="conflict" role="group" aria-label={t('conflict.title')} tabIndex={-1} ref={place}>
      <p className="conflict-title" role="alert">
        <Icon of={GitMerge} />
        {t('conflict.title')}
      </p>
      <p>{t('conflict.words', { writer: theirs.writer })}</p>
      <div className="conflict-sides">
        <Side title={t('conflict.mine')} writing={mine} other={theirs} />
        <Side title={t('conflict.theirs', { writer: theirs.writer })} writing={theirs} other={mine} />
      </div>
      {merged === undefined ? (
        <div className="row">
          <Button onPress={() => onSettle(mine.text, 'mine')}>{t('conflict.keepMine')}</Button>
          <Button onPress={() => onSettle(theirs.text, 'theirs')}>
            {t('conflict.keepTheirs', { writer: theirs.writer })}
          </Button>
          <Button kind="primary" onPress={() => (onMerge ?? setMerged)(`${theirs.text}\n\n${mine.text}`)}>
            {t('conflict.merge')}
          </Button>
        </div>
      ) : (
        <div className="stack">
          <TextArea
            label={t('conflict.merged')}
            help={t('conflict.mergedHelp')}
            value={merged}
            onChange={setMerged}
            rows={6}
          />
          <div className="row">
            <Button kind="primary" onPress={() => onSettle(merged, 'both')}>
              {t('conflict.save')}
            </Button>
            <Button kind="quiet" onPress={() => setMerged(undefined)}>
              {t('back')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
