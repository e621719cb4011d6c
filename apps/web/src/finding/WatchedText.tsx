/**
 * A field in which nobody is named. What points at a person is marked while one types, with why and what to do; typing is
 * never stopped, and nothing is taken away that the writer has not taken away.
 */
import { ShieldAlert } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { type Finding, standing } from '#domain/finding/finding.js';
import { Button } from '../elements/Button.js';
import { ErrorLine, Help, LabelLine } from '../elements/fields/TextField.js';
import { Icon } from '../elements/Icon.js';
import { useFindings } from './use-findings.js';
import './finding.css';

export interface WatchedTextProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly places: readonly string[];
  /** Words of which the writer has said that they name nobody. */
  readonly noPerson: readonly string[];
  readonly onNoPerson: (words: readonly string[]) => void;
  readonly error?: string;
  /** What the server found besides, in this very text. */
  readonly told?: { readonly text: string; readonly findings: readonly Finding[] };
  readonly rows?: number;
  readonly optional?: boolean;
  readonly maxLength?: number;
  /** Stands under the field: who will read this. */
  readonly after?: ReactNode;
  /** Where the words can go instead. */
  readonly ways?: ReactNode;
}

export function WatchedText(props: WatchedTextProps) {
  const {
    label,
    help,
    value,
    onChange,
    places,
    noPerson,
    onNoPerson,
    error,
    told,
    rows = 3,
    optional,
    maxLength,
  } = props;
  const { t } = useTranslation('finding');
  const marks = useRef<HTMLDivElement>(null);
  const own = useFindings(value, places);
  const known = told?.text === value.trim() ? told.findings : [];
  const extra = known.filter((one) => !own.some(({ from, to }) => one.from < to && from < one.to));
  const found = standing([...own, ...extra], noPerson).toSorted((a, b) => a.from - b.from);
  const remove = ({ from, to }: Finding) =>
    onChange(`${value.slice(0, from)}${value.slice(to)}`.replace(/ {2,}/g, ' ').trimStart());
  return (
    <div className="watched" data-lines={rows}>
      <AriaTextField
        className="field"
        value={value}
        onChange={onChange}
        maxLength={maxLength}
        isInvalid={error !== undefined}
        validationBehavior="aria"
      >
        <LabelLine label={label} optional={optional} />
        <Help>
          {help}
          {found.length > 0 && <span className="vh"> {t('found', { count: found.length })}</span>}
        </Help>
        <div className="watched-box">
          <div className="input watched-marks" aria-hidden ref={marks}>
            <Marked text={value} found={found} />
          </div>
          <AriaTextArea
            className="input watched-input"
            rows={rows}
            onScroll={(event) => {
              if (marks.current) marks.current.scrollTop = event.currentTarget.scrollTop;
            }}
          />
        </div>
        <ErrorLine>{error}</ErrorLine>
        {props.after}
      </AriaTextField>
      <p className="vh" role="status">
        {found.length > 0 ? t('found', { count: found.length }) : ''}
      </p>
      {found.length > 0 && (
        <div className="watched-found">
          <p className="watched-title">
            <Icon of={ShieldAlert} />
            {t('found', { count: found.length })}
          </p>
          <ul role="list">
            {found.map((one) => (
              <li key={`${one.from} ${one.text}`} data-severity={one.severity}>
                <span>
                  <q>{one.text}</q> {t(`why.${one.why}`)}
                </span>
                <span className="row gap-2">
                  <Button size="small" onPress={() => remove(one)} aria-label={t('removeOne', { words: one.text })}>
                    {t('remove')}
                  </Button>
                  {one.severity === 'may-point' && (
                    <Button
                      size="small"
                      onPress={() => onNoPerson([...noPerson, one.text])}
                      aria-label={t('noPersonOne', { words: one.text })}
                    >
                      {t('noPerson')}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
          {props.ways}
        </div>
      )}
    </div>
  );
}

/** The text once more behind the field, with its marks; the last line needs something to stand on. */
function Marked({ text, found }: { readonly text: string; readonly found: readonly Finding[] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { from, to, severity } of found) {
    parts.push(text.slice(at, from));
    parts.push(
      <mark key={from} data-severity={severity}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return (
    <>
      {parts}
      {`${text.slice(at)}\n`}
    </>
  );
}
