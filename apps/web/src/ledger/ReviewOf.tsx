/** What a reviewer came to about an entry, and the way to say it: three words, kept for good, the newest standing first. */
import { ClipboardCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { REVIEW_OUTCOMES, type ReviewOutcome } from '#domain/ledger/review-pattern.js';
import { Button } from '../elements/Button.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { NoteReviewDocument, type ReviewedEntryFragment } from '../graphql/generated/ledger/graphql.js';
import { useAct } from '../graphql/use-act.js';

/** The row stays where it is, also where only what is not reviewed was asked for: nothing moves under the reader's hand. */
export function ReviewOf({ entry }: { readonly entry: ReviewedEntryFragment }) {
  const { t } = useTranslation('ledger');
  const [note, { waiting }] = useAct(NoteReviewDocument);
  const [noted, setNoted] = useState<ReviewOutcome | null>(null);
  const outcome = noted ?? entry.outcomeOfReview;
  const say = async (chosen: ReviewOutcome) => {
    const { refusal } = await note({ input: { entryId: entry.id, outcome: chosen } });
    if (refusal) return toast(refusal.sentence);
    setNoted(chosen);
    return toast(t('review.noted'));
  };
  return (
    <>
      {outcome && <span className="entry-outcome">{t(`review.outcome.${outcome as ReviewOutcome}`)}</span>}
      {outcome && (
        <span className="entry-beside">
          {noted === null && entry.reviewedAt ? (
            <>
              {entry.reviewedBy}, <Time at={entry.reviewedAt} as="short" />
            </>
          ) : (
            t('review.justNow')
          )}
        </span>
      )}
      <MenuTrigger>
        <Button kind="quiet" size="small" icon={ClipboardCheck} isPending={waiting}>
          {outcome ? t('review.again') : t('review.note')}
        </Button>
        <Popover className="menu" placement="bottom end">
          <Menu
            className="menu-list"
            aria-label={t('review.note')}
            onAction={(chosen) => void say(String(chosen) as ReviewOutcome)}
          >
            {REVIEW_OUTCOMES.map((one) => (
              <MenuItem key={one} id={one} className="menu-item">
                {t(`review.outcome.${one}`)}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  );
}
