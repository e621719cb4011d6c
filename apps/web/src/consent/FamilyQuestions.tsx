/** What the family has asked about this consent, to be answered by somebody who calls them. */
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  AnswerFamilyQuestionDocument,
  FamilyQuestionsDocument,
  type ConsentWholeFragment,
} from '../graphql/generated/consent/graphql.js';
import { useAct } from '../graphql/use-act.js';

export function FamilyQuestions(props: {
  readonly caseId: string;
  readonly consent: ConsentWholeFragment;
  readonly may: boolean;
}) {
  const { t } = useTranslation('consent');
  const { caseId, consent, may } = props;
  const [{ data }, again] = useQuery({ query: FamilyQuestionsDocument, variables: { caseId } });
  const [answer] = useAct(AnswerFamilyQuestionDocument);
  const asked = data?.questionsFromFamily.filter(({ consentId }) => consentId === consent.id) ?? [];
  if (asked.length === 0) return null;
  return (
    <Section title={t('questions.title')}>
      <ul className="signers">
        {asked.map((one) => (
          <li key={one.id} className="panel stack gap-2">
            <p>{one.text ?? t('questions.withheld')}</p>
            <p className="small muted">
              {consent.signers.find(({ person }) => person.id === one.personId)?.person.name ?? t('protectedName')} ·{' '}
              <Time at={one.askedAt} as="moment" />
              {one.answeredAt && ` · ${t('questions.answeredBy', { name: one.answeredByName ?? '' })}`}
            </p>
            {may && !one.answeredAt && (
              <div>
                <Button
                  size="small"
                  onPress={async () => {
                    const outcome = await answer({ id: one.id });
                    toast(outcome.refusal?.sentence ?? t('questions.marked'));
                    again({ requestPolicy: 'network-only' });
                  }}
                >
                  {t('questions.mark')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
