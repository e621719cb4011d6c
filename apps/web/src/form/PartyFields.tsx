/** Which parties have to take part, each a line of those who may be it, and who may come besides. */
import { ChevronDown, Plus, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HOUSE_KINDS, PERSON_KINDS } from '#domain/disclosure/vocabulary.js';
import { Button } from '../elements/Button.js';
import { Checkbox } from '../elements/fields/choices.js';
import { Icon } from '../elements/Icon.js';
import { useKinds } from '../group/use-kinds.js';
import type { FormValues } from './adjustment.js';
import type { ErrorOf } from './Part.js';

interface PartyFieldsProps {
  readonly values: FormValues;
  readonly set: (change: Partial<FormValues>) => void;
  readonly errorOf: ErrorOf;
  readonly withPersons: boolean;
}

const toggled = (all: readonly string[], kind: string, on: boolean): readonly string[] =>
  on ? [...all, kind] : all.filter((one) => one !== kind);

/** Each party in a line that says who may be it; what one wants to change is opened, one at a time. */
export function PartyFields({ values, set, errorOf, withPersons }: PartyFieldsProps) {
  const { t } = useTranslation('form');
  const { t: name } = useTranslation('elements');
  const kindsOf = useKinds();
  const [open, setOpen] = useState<number | 'may' | null>(null);
  const { must, may } = values;
  const turn = (which: number | 'may') => (isOpen: boolean) =>
    setOpen((before) => (isOpen ? which : before === which ? null : before));
  return (
    <>
      <div>
        {must.map((kinds, at) => (
          <Party
            key={at}
            title={t('party.must', { number: at + 1 })}
            now={kinds.length === 0 ? t('party.none') : kindsOf(kinds)}
            error={errorOf(`must.${at}`)}
            isOpen={open === at}
            onTurn={turn(at)}
          >
            <p className="muted small">{t('party.mustHelp')}</p>
            <Kinds
              all={HOUSE_KINDS}
              chosen={kinds}
              onChange={(kind, on) =>
                set({ must: must.map((one, place) => (place === at ? toggled(one, kind, on) : one)) })
              }
            />
            <div>
              <Button
                size="small"
                kind="quiet"
                icon={X}
                onPress={() => {
                  setOpen(null);
                  set({ must: must.filter((_, place) => place !== at) });
                }}
              >
                {t('party.remove')}
                <span className="vh"> {at + 1}</span>
              </Button>
            </div>
          </Party>
        ))}
      </div>
      {errorOf('must') && <p className="error">{errorOf('must')}</p>}
      <div>
        <Button
          size="small"
          icon={Plus}
          onPress={() => {
            setOpen(must.length);
            set({ must: [...must, []] });
          }}
        >
          {t('party.add')}
        </Button>
      </div>
      <Party
        title={t('party.may')}
        now={may.length === 0 ? t('party.nobodyElse') : may.map((kind) => name(`party.${kind}` as never)).join(', ')}
        error={errorOf('may')}
        isOpen={open === 'may'}
        onTurn={turn('may')}
      >
        <Kinds
          all={withPersons ? [...HOUSE_KINDS, ...PERSON_KINDS] : HOUSE_KINDS}
          chosen={may}
          onChange={(kind, on) => set({ may: toggled(may, kind, on) })}
        />
      </Party>
    </>
  );
}

/** Open also where something in it is wrong. */
function Party(props: {
  readonly title: string;
  readonly now: string;
  readonly error: string | undefined;
  readonly isOpen: boolean;
  readonly onTurn: (isOpen: boolean) => void;
  readonly children: ReactNode;
}) {
  const { title, now, error, isOpen, onTurn, children } = props;
  return (
    <details
      className="form-party"
      open={isOpen || error !== undefined}
      onToggle={(event) => onTurn(event.currentTarget.open)}
    >
      <summary>
        <span>
          <span className="label">{title}</span>
          <span className="small form-party-now">{now}</span>
        </span>
        <Icon of={ChevronDown} />
      </summary>
      <fieldset className="stack gap-2">
        <legend className="vh">{title}</legend>
        {error && <p className="error">{error}</p>}
        {children}
      </fieldset>
    </details>
  );
}

function Kinds(props: {
  readonly all: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (kind: string, on: boolean) => void;
}) {
  const { t } = useTranslation('elements');
  return (
    <div className="form-kinds">
      {props.all.map((kind) => (
        <Checkbox
          key={kind}
          label={t(`party.${kind}` as never)}
          value={props.chosen.includes(kind)}
          onChange={(on) => props.onChange(kind, on)}
        />
      ))}
    </div>
  );
}
