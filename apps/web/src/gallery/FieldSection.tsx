import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { ComboBox, Select } from '../elements/fields/pick.js';
import { DateField } from '../elements/fields/DateField.js';
import { TextField } from '../elements/fields/TextField.js';
import { Form } from '../elements/form/Form.js';
import { FormCheckbox, FormChoices, FormTextArea, FormTextField } from '../elements/form/fields.js';
import { GradeShape } from '../elements/GradeBadge.js';
import { Section } from '../elements/Page.js';
import { toast } from '../elements/toasts.js';
import { WhoSeesThis } from '../elements/WhoSeesThis.js';
import { READERS } from './samples.js';

const schema = z.object({
  phone: z.string().check(z.regex(/^[\d\s+-]{7,}$/, 'gallery:field.phoneWrong')),
  content: z.string().check(z.minLength(1, 'gallery:field.contentMissing')),
  grade: z.string().check(z.minLength(1, 'gallery:field.gradeMissing')),
  feedback: z.boolean(),
});

/** A form that can be sent, with errors at the fields; beside it the other fields in their states. */
export function FieldSection() {
  const { t } = useTranslation('gallery');
  const [unit, setUnit] = useState('');
  const [person, setPerson] = useState('');
  const [day, setDay] = useState('2026-11-24');
  const [at, setAt] = useState('2026-11-24T15:00');
  const [code, setCode] = useState('');
  const units = ['child', 'youth', 'adult', 'addiction', 'economy'].map((id) => ({ id, label: t(`field.unit.${id}`) }));
  return (
    <Section title={t('field.title')}>
      <div className="columns">
        <Form<z.infer<typeof schema>>
          schema={schema}
          start={{ phone: '', content: '', grade: '', feedback: false }}
          draft="gallery"
          submit={t('act.send')}
          onSubmit={async ({ phone }) => {
            if (phone.endsWith('0')) {
              const sentence = t('field.serverSays');
              return { code: 'BAD_USER_INPUT', sentence, fields: [{ field: 'phone', sentence }], facts: {} };
            }
            toast(t('act.toasted'));
          }}
        >
          <FormTextField
            name="phone"
            label={t('field.phone')}
            help={t('field.phoneHelp')}
            width="short"
            inputMode="tel"
          />
          <FormTextArea name="content" label={t('field.content')} after={<WhoSeesThis readers={READERS} />} />
          <FormChoices
            name="grade"
            label={t('field.grade')}
            help={t('field.gradeHelp')}
            choices={(['green', 'orange', 'red'] as const).map((id) => ({
              id,
              label: (
                <span className="row gap-2">
                  <GradeShape grade={id} />
                  {t(`elements:grade.${id}`)}
                </span>
              ),
              help: t(`field.${id}Help`),
            }))}
          />
          <FormCheckbox name="feedback" label={t('field.feedback')} />
        </Form>
        <div className="stack gap-6">
          <Select label={t('field.unitLabel')} options={units} value={unit} onChange={setUnit} />
          <ComboBox label={t('field.findUnit')} options={units} value={person} onChange={setPerson} optional />
          <DateField label={t('field.day')} value={day} onChange={setDay} />
          <DateField label={t('field.at')} value={at} onChange={setAt} withTime />
          <TextField
            label={t('field.code')}
            value={code}
            onChange={setCode}
            error={t('field.codeWrong')}
            width="short"
          />
          <TextField label={t('field.locked')} value={t('field.lockedValue')} onChange={setCode} isDisabled />
        </div>
      </div>
    </Section>
  );
}
