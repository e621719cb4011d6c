/** Puts the plan forward for everyone's yes; what is refused is said beside the button. */
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Refused } from '../elements/Refused.js';
import { PutPlanForwardDocument } from '../graphql/generated/plan/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';

export function PutForward({ groupId, onChanged }: { readonly groupId: string; readonly onChanged: () => void }) {
  const { t } = useTranslation('plan');
  const [put, { waiting }] = useAct(PutPlanForwardDocument);
  const [refusal, setRefusal] = useState<Refusal>();
  const send = async () => {
    const outcome = await put({ groupId });
    setRefusal(outcome.refusal);
    if (!outcome.refusal) onChanged();
  };
  return (
    <div className="stack gap-2">
      <div>
        <Button icon={Send} isPending={waiting} onPress={() => void send()}>
          {t('version.put')}
        </Button>
      </div>
      <Refused refusal={refusal} />
    </div>
  );
}
