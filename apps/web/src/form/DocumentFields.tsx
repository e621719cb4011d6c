/** Which papers the form has and what the town calls them; only such as can be had. */
import { useTranslation } from 'react-i18next';
import { FORM_DOCUMENTS } from '#domain/form/form.js';
import { Checkbox } from '../elements/fields/choices.js';
import { TextField } from '../elements/fields/TextField.js';
import type { DocumentValue, FormValues } from './adjustment.js';
import type { ErrorOf } from './Part.js';

interface DocumentFieldsProps {
  readonly values: FormValues;
  readonly set: (change: Partial<FormValues>) => void;
  readonly errorOf: ErrorOf;
  /** Papers that a form of this level can have. */
  readonly possible: readonly string[];
}

/** A form without persons has no paper about one. */
export const possibleDocuments = (level: string): readonly string[] =>
  level === 'persons'
    ? FORM_DOCUMENTS.filter((one) => !['picture', 'statistics'].includes(one))
    : ['agreement', 'minutes', 'picture', 'statistics'];

export function DocumentFields({ values, set, errorOf, possible }: DocumentFieldsProps) {
  const { t } = useTranslation('form');
  const { documents, steps } = values;
  const change = (document: string, on: boolean) => {
    const name = {
      sv: t(`document.${document}` as never, { lng: 'sv' }),
      en: t(`document.${document}` as never, { lng: 'en' }),
    };
    set({
      documents: on ? [...documents, { document, name }] : documents.filter((one) => one.document !== document),
      // A paper that is no more is left behind by no step.
      steps: on ? steps : steps.map((step) => (step.document === document ? { ...step, document: '' } : step)),
    });
  };
  const rename = (document: string, sv: string): readonly DocumentValue[] =>
    documents.map((one) => (one.document === document ? { ...one, name: { ...one.name, sv } } : one));
  return (
    <>
      {possible.map((document) => {
        const at = documents.findIndex((one) => one.document === document);
        const has = documents[at];
        return (
          <div key={document} className="stack gap-1">
            <Checkbox
              label={t(`document.${document}` as never)}
              help={t(`documentHelp.${document}` as never)}
              value={has !== undefined}
              onChange={(on) => change(document, on)}
            />
            {has && (
              <TextField
                label={t('documentName')}
                value={has.name.sv}
                onChange={(sv) => set({ documents: rename(document, sv) })}
                error={errorOf(`documents.${at}.nameSv`) ?? errorOf(`documents.${at}`)}
              />
            )}
          </div>
        );
      })}
    </>
  );
}
