/**
 * One thing as the receiver meets it, with the ground on which they read it. The giver sees this very element before
 * sharing, so that what is shown and what is read cannot differ.
 */
import { useTranslation } from 'react-i18next';
import { GroundTag } from '../elements/GroundTag.js';
import { Time } from '../elements/Time.js';
import type { SharedPartFragment } from '../graphql/generated/share/graphql.js';
import { useLanguage } from '../texts/start-texts.js';

export interface ReceivedThingProps {
  readonly part: SharedPartFragment;
  readonly givenBy: string;
  readonly sharedAt?: string;
}

export function ReceivedThing({ part, givenBy, sharedAt }: ReceivedThingProps) {
  const { t } = useTranslation('share');
  return (
    <article className="shared-thing" aria-label={t(`category.${part.category}` as never)}>
      <div className="shared-thing-top">
        <h3>{t(`category.${part.category}` as never)}</h3>
        <GroundTag ground={part.ground} until={part.until ?? undefined} givenBy={givenBy} />
      </div>
      {part.text !== '' && <p className="shared-thing-text">{part.text}</p>}
      <Facts part={part} />
      <p className="tiny muted">
        {givenBy}
        {sharedAt && (
          <>
            {' · '}
            {t('received.at')} <Time at={sharedAt} as="moment" />
          </>
        )}
      </p>
    </article>
  );
}

/** What a form or an instrument said beside the text: whoever shares it shares this too. */
function Facts({ part }: { readonly part: SharedPartFragment }) {
  const { t } = useTranslation('share');
  const language = useLanguage();
  const said = [
    ['childName', part.childName],
    ['measures', part.measures],
    ['familyKnowsWhat', part.familyKnowsWhat],
    ['organisation', part.organisation],
    ['contact', part.contact],
  ] as const;
  const answers = part.answers.filter(({ answer }) => answer !== 'unknown');
  if (!said.some(([, value]) => value) && answers.length === 0) return null;
  return (
    <dl className="shared-facts">
      {said.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{t(`fact.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      {answers.map(({ factor, label, answer, reasons }) => (
        <div key={factor}>
          <dt>{label[language]}</dt>
          <dd>
            {t(`answerOf.${answer}` as never)}
            {reasons !== '' && `: ${reasons}`}
          </dd>
        </div>
      ))}
    </dl>
  );
}
