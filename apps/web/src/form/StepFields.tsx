/** The steps in the form's own order: which the town takes, what they are called, what each asks for, its time and its paper. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BINDING_REQUIREMENTS } from '#domain/form/binding-step.js';
import { REQUIREMENTS } from '#domain/form/form.js';
import { Checkbox } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import { TextField } from '../elements/fields/TextField.js';
import { useNamed } from '../group/named.js';
import type { DocumentValue, StepValue } from './adjustment.js';
import type { ErrorOf } from './Part.js';
import { TimeFields } from './TimeFields.js';

/** Without these no group begins or ends. */
const KEPT_DEEDS = ['nominate', 'form', 'close'];
const NOTHING = 'none';

interface StepFieldsProps {
  readonly steps: readonly StepValue[];
  readonly documents: readonly DocumentValue[];
  /** What each step asks for before anyone adjusts it: the law's part of it stays. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
  readonly set: (steps: readonly StepValue[]) => void;
  readonly errorOf: ErrorOf;
}

export function StepFields({ steps, documents, asked, set, errorOf }: StepFieldsProps) {
  const { t } = useTranslation('form');
  const named = useNamed();
  const change = (at: number, part: Partial<StepValue>) =>
    set(steps.map((step, place) => (place === at ? { ...step, ...part } : step)));
  return (
    <>
      {errorOf('without') && <p className="error">{errorOf('without')}</p>}
      <ol className="form-step-list">
        {steps.map((step, at) => (
          <li key={step.step}>
            <details open={hasError(errorOf, at) || undefined}>
              <summary data-out={!step.taken || undefined}>
                {at + 1}. {named(step.name)}
                {!step.taken && <span className="muted small"> {t('step.notTaken')}</span>}
              </summary>
              <div className="stack gap-3 form-part-fields">
                {!KEPT_DEEDS.includes(step.does) && !isBound(asked.get(step.step)) && (
                  <Checkbox label={t('step.taken')} value={step.taken} onChange={(taken) => change(at, { taken })} />
                )}
                {step.taken && (
                  <OneStep
                    {...{ step, documents }}
                    asked={asked.get(step.step) ?? []}
                    errorOf={(field) => errorOf(`steps.${at}.${field}`)}
                    change={(part) => change(at, part)}
                  />
                )}
              </div>
            </details>
          </li>
        ))}
      </ol>
    </>
  );
}

const hasError = (errorOf: ErrorOf, at: number): boolean =>
  ['nameSv', 'requires', 'within', 'document'].some((field) => errorOf(`steps.${at}.${field}`) !== undefined);

interface OneStepProps {
  readonly step: StepValue;
  readonly documents: readonly DocumentValue[];
  readonly asked: readonly string[];
  readonly errorOf: ErrorOf;
  readonly change: (part: Partial<StepValue>) => void;
}

/** They belong to the step that names what is confirmed or signed: no other step gets them, and that one keeps them. */
const BINDING: readonly string[] = BINDING_REQUIREMENTS;

/** The law's own, and what lives depend on: they stay where the form asks for them (OSL 10:1, [S4]). */
const STAY: readonly string[] = ['agreement', 'ground', ...BINDING];

const isBound = (asked: readonly string[] = []): boolean => BINDING.some((one) => asked.includes(one));

function OneStep({ step, documents, asked, errorOf, change }: OneStepProps) {
  const { t } = useTranslation('form');
  const named = useNamed();
  const stays = (one: string): boolean => STAY.includes(one) && asked.includes(one);
  return (
    <>
      <TextField
        label={t('step.name')}
        value={step.name.sv}
        onChange={(sv) => change({ name: { ...step.name, sv } })}
        error={errorOf('nameSv')}
      />
      {step.does !== 'nominate' && (
        <fieldset className="stack gap-1">
          <legend className="label">{t('step.requires')}</legend>
          <div className="form-kinds">
            {REQUIREMENTS.filter((one) => asked.includes(one) || !BINDING.includes(one)).map((one) => (
              <Checkbox
                key={one}
                label={t(`requires.${one}`)}
                help={stays(one) ? t('step.stays') : undefined}
                isDisabled={stays(one)}
                value={step.requires.includes(one)}
                onChange={(on) =>
                  change({ requires: on ? [...step.requires, one] : step.requires.filter((other) => other !== one) })
                }
              />
            ))}
          </div>
          {errorOf('requires') && <p className="error">{errorOf('requires')}</p>}
        </fieldset>
      )}
      {step.fromReport ? (
        <p className="muted small">
          {t('step.ownLimit')} <Link to="/installningar/frister">{t('step.ownLimitLink')}</Link>
        </p>
      ) : (
        !['nominate', 'meet', 'close'].includes(step.does) && (
          <TimeFields
            label={t('step.within')}
            help={t('step.withinHelp')}
            value={step.within}
            onChange={(within) => change({ within })}
            error={errorOf('within')}
          />
        )
      )}
      <Select
        label={t('step.document')}
        value={step.document || NOTHING}
        onChange={(document) => change({ document: document === NOTHING ? '' : document })}
        error={errorOf('document')}
        options={[
          { id: NOTHING, label: t('step.noDocument') },
          ...documents.map(({ document, name }) => ({ id: document, label: named(name) })),
        ]}
      />
      {!KEPT_DEEDS.includes(step.does) && !isBound(asked) && (
        <Checkbox label={t('step.optional')} value={step.optional} onChange={(optional) => change({ optional })} />
      )}
    </>
  );
}
