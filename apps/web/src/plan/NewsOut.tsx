/** What was told is taken out again, with why: it leaves all who were told of it, and why is told to nobody else. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Refused } from '../elements/Refused.js';
import { TakeOutPlanNewsDocument, type HappeningShownFragment } from '../graphql/generated/plan/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';

interface OutProps {
  readonly news: HappeningShownFragment;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

export function NewsOut({ news, onClose, onChanged }: OutProps) {
  const { t } = useTranslation('plan');
  const draft = useDraft(`news-out:${news.id}`, { why: '' });
  const [refusal, setRefusal] = useState<Refusal>();
  const [takeOut, { waiting }] = useAct(TakeOutPlanNewsDocument);
  const send = async () => {
    const outcome = await takeOut({ input: { newsId: news.id, why: draft.value.why } });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    onClose();
    onChanged();
  };
  return (
    <Dialog title={t('news.outTitle')} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        <p className="plan-about">{news.said?.text}</p>
        <p>{t('news.outMeaning')}</p>
        <TextArea
          label={t('news.outWhy')}
          rows={2}
          value={draft.value.why}
          onChange={(why) => draft.set({ why })}
          error={refusal?.fields.find(({ field }) => field === 'why')?.sentence}
        />
        <Refused refusal={refusal} fields={['why']} />
        <Acts>
          <Button kind="primary" isPending={waiting} onPress={() => void send()}>
            {t('news.takeOut')}
          </Button>
          <Button onPress={onClose}>{t('later')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
