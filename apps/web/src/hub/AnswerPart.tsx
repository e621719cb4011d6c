/** One thing that a unit knows: what it is, of what kind, about whom besides the child, and who will see it. */
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Checkbox } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { PersonName } from '../elements/PersonName.js';
import { WhoSeesThis, type Reader } from '../elements/WhoSeesThis.js';
import type { HubQuestionQuery } from '../graphql/generated/hub/graphql.js';
import { TableReaders } from '../meeting/TableReaders.js';
import { ANSWER_CATEGORIES } from './answer-categories.js';

export interface KeptPart {
  readonly category: string;
  readonly text: string;
  readonly about: readonly string[];
}

export function AnswerPart(props: {
  readonly asked: HubQuestionQuery['hubQuestion'];
  readonly part: KeptPart;
  readonly at: number;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: KeptPart) => void;
  readonly onRemove?: () => void;
}) {
  const { asked, part, at, errorOf, onChange, onRemove } = props;
  const { t } = useTranslation('hub');
  const child = asked.circle.find(({ kind }) => kind === 'person')?.person.personId;
  const others = asked.circle.filter(({ person }) => person.personId !== child);
  const readers: readonly Reader[] = [
    { id: 'hub', kind: 'social-services', name: t('question.seesHub'), sees: true },
    { id: 'police', kind: 'police', name: t('question.police'), sees: false },
    { id: 'school', kind: 'school', name: t('question.school'), sees: false },
    { id: 'family', kind: 'guardian', name: t('question.family'), sees: false },
  ];
  return (
    <fieldset className="panel stack hub-part">
      <legend className="vh">{t('question.part', { number: at + 1 })}</legend>
      <TextArea
        label={t(asked.hub.kind === 'joint' ? 'question.whatJoint' : 'question.what')}
        value={part.text}
        rows={4}
        onChange={(text) => onChange({ ...part, text })}
        error={errorOf(`parts.${at}.text`)}
        after={
          asked.hub.kind === 'joint' ? (
            <TableReaders hubId={asked.hub.id} category={part.category} about={part.about} />
          ) : (
            <WhoSeesThis readers={readers} />
          )
        }
      />
      <Select
        label={t('question.category')}
        value={part.category}
        onChange={(category) => onChange({ ...part, category })}
        error={errorOf(`parts.${at}.category`)}
        options={ANSWER_CATEGORIES.map((id) => ({ id, label: t(`category.${id}`) }))}
      />
      {others.length > 0 && (
        <details className="hub-about">
          <summary>{t('question.about')}</summary>
          <div className="stack gap-2">
            {others.map(({ person, kind }) => (
              <Checkbox
                key={person.personId}
                label={<PersonName name={person.name} initials={person.initials} />}
                help={t(`circle.${kind}` as never, { defaultValue: t('circle.close') })}
                value={part.about.includes(person.personId)}
                onChange={(on) =>
                  onChange({
                    ...part,
                    about: on ? [...part.about, person.personId] : part.about.filter((id) => id !== person.personId),
                  })
                }
              />
            ))}
          </div>
        </details>
      )}
      {onRemove && (
        <Button kind="quiet" size="small" icon={Trash2} onPress={onRemove}>
          {t('question.remove')}
        </Button>
      )}
    </fieldset>
  );
}
