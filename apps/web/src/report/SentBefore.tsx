/**
 * A report that was sent, whose answer was lost, and that was changed before it was sent again: what arrived is the first, and
 * whoever wrote learns it and chooses what becomes of the rest. (SoL 19:1)
 */
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { dropDraft, renewKeyOfDraft } from '../elements/form/drafts.js';
import { Time } from '../elements/Time.js';
import type { ReceiptFragment } from '../graphql/generated/report/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { CompleteForm } from './CompleteForm.js';
import type { ChildValues } from './report-values.js';

export interface ReportSentBefore {
  /** Begins the form anew, with what stands in it. */
  readonly visit: number;
  /** What arrived instead of what stands in the form. */
  readonly arrived: ReceiptFragment | null;
  readonly isNew: boolean;
  /** Says so when the words have not arrived; otherwise `onArrived` shows the receipt. */
  readonly refused: (receipt: ReceiptFragment, onArrived: (receipt: ReceiptFragment) => void) => Refusal | undefined;
  readonly makeNew: () => void;
  readonly leaveIt: () => void;
}

/** `draft` is the form's. */
export function useSentBefore(draft: string): ReportSentBefore {
  const { t } = useTranslation('report');
  const [visit, setVisit] = useState(0);
  const [isNew, setNew] = useState(false);
  const [before, setBefore] = useState<{ receipt: ReceiptFragment; show: (receipt: ReceiptFragment) => void } | null>(
    null,
  );
  return {
    visit,
    isNew,
    arrived: before?.receipt ?? null,
    refused: (receipt, show) => {
      setNew(false);
      setBefore(receipt.wordsArrived ? null : { receipt, show });
      if (!receipt.wordsArrived) {
        const sentence = t('sentBefore.refused', { receipt: receipt.receipt });
        return { code: 'SENT_BEFORE', sentence, fields: [], facts: {} };
      }
      show(receipt);
      return undefined;
    },
    makeNew: () => {
      renewKeyOfDraft(draft);
      setBefore(null);
      setNew(true);
      setVisit((count) => count + 1);
    },
    leaveIt: () => {
      dropDraft(draft);
      setBefore(null);
      before?.show(before.receipt);
    },
  };
}

/** Stands in the form that it is about. */
export function SentBefore({ of }: { readonly of: ReportSentBefore }) {
  const { t } = useTranslation('report');
  const { getValues } = useFormContext<{ children: ChildValues[] }>();
  const { arrived } = of;
  if (of.isNew)
    return (
      <p className="note" role="status">
        {t('sentBefore.newBegun')}
      </p>
    );
  if (!arrived) return null;
  // With several children nobody but the writer can say which words are whose.
  const [only, ...others] = getValues('children');
  const begun =
    only && others.length === 0 && arrived.children === 1
      ? { content: only.content, whereabouts: only.whereabouts }
      : undefined;
  return (
    <section className="panel stack" aria-labelledby="sent-before">
      <h2 id="sent-before">{t('sentBefore.title')}</h2>
      <p>
        {t('sentBefore.came')} <Time at={arrived.receivedAt} as="moment" />. {t('mine.receipt', arrived)}.
      </p>
      <p>{t('sentBefore.what')}</p>
      <Acts>
        <Dialog
          title={t('complete.open', { receipt: arrived.receipt })}
          place="side"
          trigger={<Button kind="primary">{t('sentBefore.complete')}</Button>}
        >
          {(close) => (
            <div className="stack">
              {begun && <p>{t('sentBefore.completeHelp')}</p>}
              <CompleteForm
                receipt={arrived.receipt}
                children={arrived.children}
                begun={begun}
                onDone={() => {
                  close();
                  of.leaveIt();
                }}
              />
            </div>
          )}
        </Dialog>
        <Button onPress={of.makeNew}>{t('sentBefore.new')}</Button>
        <Button kind="quiet" onPress={of.leaveIt}>
          {t('sentBefore.drop')}
        </Button>
      </Acts>
    </section>
  );
}
