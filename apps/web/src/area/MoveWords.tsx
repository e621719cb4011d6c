/** Where words about a person can go instead; the words go with one where the ground allows, and are never lost. */
import { HandHeart, MessageSquareWarning } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { decideMoves } from '#domain/finding/decide-move.js';
import { Button } from '../elements/Button.js';
import { findDraft, keepDraft } from '../elements/form/drafts.js';
import { toast } from '../elements/toasts.js';
import { carryToNomination } from '../group/nomination-draft.js';
import { withContent, type SubmitValues } from '../report/report-values.js';
import { useViewer } from '../shell/viewer.js';

export interface MoveWordsProps {
  readonly words: string;
  readonly inCoordinatorsHouse: boolean;
  readonly coordinatorName: string;
  /** Is told before the page is left: what is typed besides is kept, and the words are gone from here. */
  readonly onMove: () => void;
}

export function MoveWords({ words, inCoordinatorsHouse, coordinatorName, onMove }: MoveWordsProps) {
  const { t } = useTranslation('area');
  const navigate = useNavigate();
  const role = useViewer()?.acting.role;
  const moves = role ? decideMoves({ role, inCoordinatorsHouse }) : [];
  const go = (to: 'report' | 'nomination', carries: boolean) => {
    if (carries && to === 'report') keepDraft('report', withContent(findDraft<SubmitValues>('report'), words));
    if (carries && to === 'nomination') carryToNomination(words);
    if (carries) {
      onMove();
      toast(t('move.moved'));
    }
    void navigate(to === 'report' ? '/anmal' : '/nominera');
  };
  return (
    <div className="watched-ways">
      <p>{t('move.lead')}</p>
      {moves.length === 0 && <p>{t('move.nobody', { name: coordinatorName })}</p>}
      {moves.map(({ to, carries }) => (
        <div key={to} className="stack gap-1">
          <div>
            <Button
              size="small"
              icon={to === 'report' ? MessageSquareWarning : HandHeart}
              onPress={() => go(to, carries)}
            >
              {t(`move.${to}.${carries ? 'carries' : 'alone'}`)}
            </Button>
          </div>
          <p className="muted small">
            {t(`move.${to}.${carries ? 'carriesHelp' : 'aloneHelp'}`, { name: coordinatorName })}
          </p>
        </div>
      ))}
    </div>
  );
}
