/** One child of a report: who it is as far as one knows, and what is said about that child alone. (SoL 19:1) */
import { Trash2 } from 'lucide-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { NO_NUMBER_REASONS } from '#domain/person/personal-number.js';
import { Button } from '../elements/Button.js';
import { FormSelect, FormTextArea, FormTextField } from '../elements/form/fields.js';
import { WhoSeesThis, type Reader } from '../elements/WhoSeesThis.js';
import { ChosenChild } from './ChosenChild.js';
import { OfferedFactors } from './FactorFields.js';

export interface ChildFieldsProps {
  readonly at: number;
  readonly count: number;
  readonly readers: readonly Reader[];
  readonly withFactors: boolean;
  /** Intake looks among the registered first; a reporter is never told who is known. */
  readonly withSearch?: boolean;
  readonly onRemove: () => void;
}

export function ChildFields({ at, count, readers, withFactors, withSearch = false, onRemove }: ChildFieldsProps) {
  const { t } = useTranslation('report');
  const { control } = useFormContext();
  const name = `children.${at}`;
  const number = (useWatch({ control, name: `${name}.number` }) as string | undefined) ?? '';
  const chosen = (useWatch({ control, name: `${name}.personId` }) as string | undefined) ?? '';
  const noneFits = (useWatch({ control, name: `${name}.noneFits` }) as string | undefined) ?? '';
  return (
    <fieldset className="panel reported-child">
      <legend className="reported-child-top">
        {count > 1 ? t('child.numbered', { number: at + 1 }) : t('child.one')}
      </legend>
      {count > 1 && (
        <div className="reported-child-remove">
          <Button size="small" kind="quiet" icon={Trash2} onPress={onRemove}>
            {t('child.remove', { number: at + 1 })}
          </Button>
        </div>
      )}
      {withSearch && <ChosenChild name={name} />}
      {chosen === '' && (!withSearch || noneFits !== '') && (
        <>
          <div className="columns">
            <FormTextField
              name={`${name}.givenName`}
              label={t('child.givenName')}
              help={t('child.givenNameHelp')}
              autoComplete="off"
            />
            <FormTextField name={`${name}.familyName`} label={t('child.familyName')} optional autoComplete="off" />
          </div>
          <FormTextField
            name={`${name}.number`}
            label={t('child.number')}
            help={t('child.numberHelp')}
            optional
            width="short"
            inputMode="numeric"
            autoComplete="off"
          />
          {number.trim() === '' && (
            <div className="columns">
              <FormSelect
                name={`${name}.noNumberReason`}
                label={t('child.noNumber')}
                options={NO_NUMBER_REASONS.map((id) => ({ id, label: t(`noNumber.${id}`) }))}
              />
              <FormTextField
                name={`${name}.bornYear`}
                label={t('child.bornYear')}
                help={t('child.bornYearHelp')}
                width="short"
                inputMode="numeric"
                maxLength={4}
                autoComplete="off"
              />
            </div>
          )}
        </>
      )}
      <FormTextArea
        name={`${name}.content`}
        label={count > 1 ? t('child.contentOfMany') : t('child.content')}
        help={count > 1 ? t('child.contentOfManyHelp') : t('child.contentHelp')}
        rows={7}
        after={<WhoSeesThis readers={readers} />}
      />
      <FormTextArea
        name={`${name}.whereabouts`}
        label={t('child.whereabouts')}
        help={t('child.whereaboutsHelp')}
        optional
        rows={2}
      />
      <OfferedFactors name={`${name}.factors`} always={withFactors}>
        <h2 className="factor-title">{t('factor.title')}</h2>
        <p className="muted small prose">{t('factor.lead')}</p>
      </OfferedFactors>
    </fieldset>
  );
}
