/** What each house has told of the week, of one place when one is chosen; words that point at somebody are taken away here. */
import { Eraser, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import type { PartyKind } from '../elements/houses.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  StrikeAreaWordsDocument,
  WithdrawSightingDocument,
  type ShownAreaWeekFragment,
} from '../graphql/generated/area/graphql.js';
import { useAct } from '../graphql/use-act.js';
import type { AreaNames } from './use-area-names.js';
import { useTold } from './use-told.js';

export interface SightingListProps {
  readonly week: ShownAreaWeekFragment;
  readonly names: AreaNames;
  readonly chosen: string | null;
  readonly onChanged: () => void;
}

export function SightingList({ week, names, chosen, onChanged }: SightingListProps) {
  const { t } = useTranslation('area');
  const told = useTold();
  const shown = week.sightings.filter(({ place }) => chosen === null || place === chosen);
  if (shown.length === 0) return <p className="muted">{t(chosen === null ? 'seen.none' : 'seen.noneHere')}</p>;
  return (
    <ul className="area-list" role="list">
      {shown.map((one) => (
        <li key={one.id} className="area-row">
          <p className="area-row-top">
            <strong>{names.place(one.place)}</strong>
            <span>{names.phenomenon(one.phenomenon)}</span>
            <span>{told(one.times)}</span>
          </p>
          {one.words && <p className="area-words">{one.words}</p>}
          {one.struck && <p className="muted">{t('seen.struck')}</p>}
          <p className="area-row-foot">
            <AgencyBadge kind={one.houseKind as PartyKind} name={one.branchName} />
            <span className="muted small">{names.band(one.band)}</span>
            <span className="muted small">
              <Time at={one.toldAt} as="short" />
            </span>
            <span className="push row gap-1">
              {(one.words || (!week.sketch && one.place !== '')) && <Strike id={one.id} onChanged={onChanged} />}
              {one.own && !week.closedAt && (
                <Withdraw id={one.id} name={names.place(one.place)} onChanged={onChanged} />
              )}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

export function Strike({ id, onChanged }: { readonly id: string; readonly onChanged: () => void }) {
  const { t } = useTranslation('area');
  const [strike, { waiting }] = useAct(StrikeAreaWordsDocument);
  const send = async (close: () => void) => {
    const { refusal } = await strike({ id });
    if (refusal) return toast(refusal.sentence);
    close();
    toast(t('strike.done'));
    onChanged();
  };
  return (
    <Dialog
      title={t('strike.title')}
      trigger={
        <Button size="small" kind="quiet" icon={Eraser}>
          {t('strike.open')}
        </Button>
      }
    >
      {(close) => (
        <div className="stack">
          <p>{t('strike.words')}</p>
          <Acts>
            <Button kind="danger" isPending={waiting} onPress={() => void send(close)}>
              {t('strike.send')}
            </Button>
            <Button onPress={close}>{t('cancel')}</Button>
          </Acts>
        </div>
      )}
    </Dialog>
  );
}

function Withdraw({
  id,
  name,
  onChanged,
}: {
  readonly id: string;
  readonly name: string;
  readonly onChanged: () => void;
}) {
  const { t } = useTranslation('area');
  const [withdraw, { waiting }] = useAct(WithdrawSightingDocument);
  const send = async () => {
    const { refusal } = await withdraw({ id });
    toast(refusal ? refusal.sentence : t('seen.withdrawn'));
    if (!refusal) onChanged();
  };
  return (
    <Button
      size="small"
      kind="quiet"
      icon={Undo2}
      isPending={waiting}
      aria-label={t('seen.withdrawOne', { place: name })}
      onPress={() => void send()}
    >
      {t('seen.withdraw')}
    </Button>
  );
}
