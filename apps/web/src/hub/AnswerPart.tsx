/** One thing that a unit knows: what it is, of what kind, about whom besides the child, and who will see it. */
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import type { Marks } from '../elements/marks.js';
import { SaidAbout } from '../elements/SaidAbout.js';
import { WhoSeesThis, type Reader } from '../elements/WhoSeesThis.js';
import type { HubQuestionQuery } from '../graphql/generated/hub/graphql.js';
import { TableReaders } from '../meeting/TableReaders.js';
import { ANSWER_CATEGORIES } from './answer-categories.js';

export interface KeptPart extends Marks {
  readonly category: string;
  readonly text: string;
  /** What stood in it before one wrote: others' words. */
  readonly stood?: string;
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
            <TableReaders
              hubId={asked.hub.id}
              category={part.category}
              about={part.about}
              revealsPlace={part.revealsPlace}
            />
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
      <SaidAbout
        circle={asked.circle}
        category={part.category}
        value={part}
        onChange={(marks) => onChange({ ...part, ...marks })}
        error={errorOf(`parts.${at}.about`)}
      />
      {onRemove && (
        <Button kind="quiet" size="small" icon={Trash2} onPress={onRemove}>
          {t('question.remove')}
        </Button>
      )}
    </fieldset>
  );
}
