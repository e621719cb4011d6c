/** Everything that one consent says, to read again: also of one that has ended, and what one can do then. */
import { FileText, HelpCircle, Receipt } from 'lucide-react';
import { GoneScreen } from '../consent/GoneScreen.js';
import { Names } from '../consent/Names.js';
import { SwedishText, Terms } from '../consent/SummaryStep.js';
import { ConsentTable } from '../consent/TellSteps.js';
import { Button, ButtonLink } from '../controls.js';
import { NOTHING_AWAY } from '../reach.js';
import type { Consent } from '../shapes.js';
import { Screen } from '../Screen.js';
import { Sentence } from '../Sentence.js';
import { useTexts } from '../texts.js';
import { useConsent, useVisit } from '../visit.js';
import { AskRenewal, stateWords } from './ConsentCard.js';

const GOES_ON: readonly Consent['state'][] = ['asks-you', 'waits', 'begins-later', 'holds'];

export function WholePage({ id }: { readonly id: string }) {
  const consent = useConsent(id);
  const texts = useTexts();
  const { t } = texts;
  const { go } = useVisit();
  if (!consent) return <GoneScreen title={t('card.wholeTitle')} />;
  return (
    <Screen
      title={t('card.wholeTitle')}
      drawing={<ConsentTable consent={consent} away={NOTHING_AWAY} />}
      lead={stateWords(texts, consent)}
      actions={
        <>
          {consent.documentAddress !== null && (
            <ButtonLink icon={FileText} href={consent.documentAddress} opensBeside>
              {t('card.document')}
            </ButtonLink>
          )}
          {consent.signedAt !== null && (
            <Button icon={Receipt} onPress={() => go({ at: 'receipt', id: consent.id })}>
              {t('card.receipt')}
            </Button>
          )}
          {consent.state === 'expired' && consent.mayAskRenewal && <AskRenewal consent={consent} />}
          {!GOES_ON.includes(consent.state) && (
            <Button icon={HelpCircle} onPress={() => go({ at: 'question' })}>
              {t('question.title')}
            </Button>
          )}
        </>
      }
    >
      <Sentence consent={consent} away={NOTHING_AWAY} label={t('sentence.label')} />
      {consent.why !== null && (
        <>
          <h2>{t('about.why')}</h2>
          <blockquote className="said" dir="auto">
            <p>{consent.why}</p>
          </blockquote>
        </>
      )}
      <h2>{t('summary.terms')}</h2>
      <Terms consent={consent} />
      {consent.signedAt !== null && <Names consent={consent} />}
      <SwedishText consent={consent} />
    </Screen>
  );
}
