/** Something said, with the ground on which one reads it; factors with their reasons, never a total. [S1] */
import { useTranslation } from 'react-i18next';
import { GroundTag } from '../elements/GroundTag.js';
import type { PartyKind } from '../elements/houses.js';
import type { PartFragment } from '../graphql/generated/intake/graphql.js';
import { useLanguage } from '../texts/start-texts.js';

export function PartShown({ part }: { readonly part: PartFragment }) {
  const { t } = useTranslation('intake');
  return (
    <div className="part">
      <div className="part-top">
        <h3 className="part-title">{t(`part.${part.category === 'whereabouts' ? 'whereabouts' : part.kind}`)}</h3>
        <GroundTag
          ground={part.ground}
          alsoSeenBy={part.alsoSeenBy.map((house) => ({ ...house, kind: house.kind as PartyKind }))}
          until={part.until ?? undefined}
        />
      </div>
      {part.text !== '' && <p className="part-text">{part.text}</p>}
      {part.familyKnows && (
        <p className="small muted">
          {t(`familyKnows.${part.familyKnows}`)} {part.familyKnowsWhat}
        </p>
      )}
      {part.measures && (
        <p className="small">
          <strong>{t('part.measures')}</strong> {part.measures}
        </p>
      )}
      {(part.organisation || part.contact) && (
        <p className="small">{[part.organisation, part.contact].filter(Boolean).join(' · ')}</p>
      )}
      {part.feedback && <p className="small">{t(`feedbackSaid.${part.feedback}`)}</p>}
      {part.toldHow && part.toldOn && (
        <p className="small muted">
          {t(`toldHow.${part.toldHow}`)} {part.toldOn}
        </p>
      )}
      <Answers part={part} />
    </div>
  );
}

function Answers({ part }: { readonly part: PartFragment }) {
  const { t } = useTranslation('intake');
  const language = useLanguage();
  if (!part.instrumentLabel || part.answers.length === 0) return null;
  const known = part.answers.filter(({ answer }) => answer !== 'unknown');
  const unknown = part.answers.length - known.length;
  return (
    <>
      <p className="small muted">{part.instrumentLabel[language]}</p>
      <dl className="answers">
        {known.map(({ factor, label, answer, reasons }) => (
          <div key={factor}>
            <dt>{label[language]}</dt>
            <dd>
              <strong>{t(`answer.${answer}`)}</strong>
              {reasons !== '' && <>: {reasons}</>}
            </dd>
          </div>
        ))}
      </dl>
      {unknown > 0 && <p className="small muted">{t('part.unknown', { count: unknown })}</p>}
    </>
  );
}
