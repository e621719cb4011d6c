/** Which parties have to take part, each a line of those who may be it, and who may come besides. */
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HOUSE_KINDS, PERSON_KINDS } from '#domain/disclosure/vocabulary.js';
import { Button } from '../elements/Button.js';
import { Checkbox } from '../elements/fields/choices.js';
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

export function PartyFields({ values, set, errorOf, withPersons }: PartyFieldsProps) {
  const { t } = useTranslation('form');
  const { must, may } = values;
  return (
    <>
      {must.map((kinds, at) => (
        <fieldset key={at} className="stack gap-1">
          <legend className="label">{t('party.must', { number: at + 1 })}</legend>
          <p className="muted small">{t('party.mustHelp')}</p>
          <Kinds
            all={HOUSE_KINDS}
            chosen={kinds}
            onChange={(kind, on) =>
              set({ must: must.map((one, place) => (place === at ? toggled(one, kind, on) : one)) })
            }
          />
          {errorOf(`must.${at}`) && <p className="error">{errorOf(`must.${at}`)}</p>}
          <div>
            <Button
              size="small"
              kind="quiet"
              icon={X}
              onPress={() => set({ must: must.filter((_, place) => place !== at) })}
            >
              {t('party.remove')}
              <span className="vh"> {at + 1}</span>
            </Button>
          </div>
        </fieldset>
      ))}
      {errorOf('must') && <p className="error">{errorOf('must')}</p>}
      <div>
        <Button size="small" icon={Plus} onPress={() => set({ must: [...must, []] })}>
          {t('party.add')}
        </Button>
      </div>
      <fieldset className="stack gap-1">
        <legend className="label">{t('party.may')}</legend>
        <Kinds
          all={withPersons ? [...HOUSE_KINDS, ...PERSON_KINDS] : HOUSE_KINDS}
          chosen={may}
          onChange={(kind, on) => set({ may: toggled(may, kind, on) })}
        />
        {errorOf('may') && <p className="error">{errorOf('may')}</p>}
      </fieldset>
    </>
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
