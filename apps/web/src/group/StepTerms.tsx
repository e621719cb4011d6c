/** What a step confirms one by one, who has signed and on which day, and how grave a threat is; nothing where it asks for none. ([S4]) */
import { useTranslation } from 'react-i18next';
import { THREAT_LEVELS } from '#domain/group/step-terms.js';
import { Checkbox, Choices } from '../elements/fields/choices.js';
import { DateField } from '../elements/fields/DateField.js';
import type { ShownGroupFragment } from '../graphql/generated/group/graphql.js';
import { useNamed } from './named.js';

export interface Terms {
  readonly confirmed: readonly string[];
  readonly signedBy: readonly string[];
  readonly signedOn: string;
  readonly threat: string;
}

export const NO_TERMS: Terms = { confirmed: [], signedBy: [], signedOn: '', threat: '' };

export const TERMS_FIELDS = ['confirmed', 'signedBy', 'signedOn', 'threat'] as const;

type Step = Pick<ShownGroupFragment['steps'][number]['step'], 'requires' | 'confirms' | 'signers'>;

/** As it is sent; null where the step asks for none of it. */
export const termsSent = ({ requires }: Pick<Step, 'requires'>, { confirmed, signedBy, signedOn, threat }: Terms) =>
  ['conditions', 'signed', 'threat-level'].some((one) => requires.includes(one))
    ? {
        confirmed: [...confirmed],
        signedBy: [...signedBy],
        signedOn: signedOn === '' ? null : signedOn,
        threat: threat === '' ? null : threat,
      }
    : null;

const toggled = (list: readonly string[], one: string, on: boolean): readonly string[] =>
  on ? [...list, one] : list.filter((other) => other !== one);

export function StepTerms({
  step,
  value,
  onChange,
  errorOf,
}: {
  readonly step: Step;
  readonly value: Terms;
  readonly onChange: (terms: Terms) => void;
  readonly errorOf: (field: string) => string | undefined;
}) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const set = (part: Partial<Terms>) => onChange({ ...value, ...part });
  return (
    <>
      {step.requires.includes('threat-level') && (
        <Choices
          label={t('terms.threat')}
          value={value.threat}
          onChange={(threat) => set({ threat })}
          error={errorOf('threat')}
          choices={THREAT_LEVELS.map((id) => ({
            id,
            label: t(`terms.level.${id}`),
            help: t(`terms.levelHelp.${id}`),
          }))}
        />
      )}
      {step.confirms.length > 0 && (
        <fieldset className="stack gap-1">
          <legend className="label">{t('terms.confirms')}</legend>
          {step.confirms.map(({ condition, name }) => (
            <Checkbox
              key={condition}
              label={named(name)}
              value={value.confirmed.includes(condition)}
              onChange={(on) => set({ confirmed: toggled(value.confirmed, condition, on) })}
            />
          ))}
          {errorOf('confirmed') && <p className="error">{errorOf('confirmed')}</p>}
        </fieldset>
      )}
      {step.signers.length > 0 && (
        <>
          <fieldset className="stack gap-1">
            <legend className="label">{t('terms.signers')}</legend>
            {step.signers.map((one) => (
              <Checkbox
                key={one}
                label={t(`signer.${one}` as never)}
                value={value.signedBy.includes(one)}
                onChange={(on) => set({ signedBy: toggled(value.signedBy, one, on) })}
              />
            ))}
            {errorOf('signedBy') && <p className="error">{errorOf('signedBy')}</p>}
          </fieldset>
          <DateField
            label={t('terms.signedOn')}
            value={value.signedOn}
            onChange={(signedOn) => set({ signedOn })}
            error={errorOf('signedOn')}
          />
        </>
      )}
    </>
  );
}
