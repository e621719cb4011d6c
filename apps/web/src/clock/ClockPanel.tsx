/** Moves the demonstration's time, so that nobody has to wait four hours to see what happens then; only there. */
import { Clock, FastForward, RotateCcw } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  DemonstrationClockDocument,
  MoveClockDocument,
  ResetClockDocument,
} from '../graphql/generated/clock/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { useLive } from '../live/connection.js';
import { hearServerTime, serverNow, useServerNow } from '../live/server-clock.js';
import { useDemonstration } from '../demonstration/use-demonstration.js';
import { useViewer } from '../shell/viewer.js';
import { useLanguage } from '../texts/start-texts.js';
import { spanWords } from '../time/span.js';
import { minutesToMorning } from './next-morning.js';
import './clock.css';

const STEPS = [
  { id: 'quarter', minutes: () => 15 },
  { id: 'hour', minutes: () => 60 },
  { id: 'four-hours', minutes: () => 240 },
  { id: 'morning', minutes: () => minutesToMorning(serverNow()) },
] as const;

function Panel() {
  const { t } = useTranslation('clock');
  const language = useLanguage();
  const [reading, again] = useQuery({ query: DemonstrationClockDocument });
  const { data } = reading;
  const [move] = useAct(MoveClockDocument);
  const [reset] = useAct(ResetClockDocument);
  const now = useServerNow(60_000);
  const heard = data?.demonstrationClock?.now;
  useEffect(() => {
    if (heard !== undefined) hearServerTime(heard);
  }, [heard]);
  useLive(
    data ? 'clock:all' : null,
    ({ change }) => {
      const { serverTime } = (change ?? {}) as { serverTime?: string };
      if (serverTime !== undefined) hearServerTime(serverTime);
      again({ requestPolicy: 'network-only' });
    },
    reading,
  );
  const ahead = data?.demonstrationClock?.aheadMinutes ?? 0;
  const act = async (id: string) => {
    const step = STEPS.find((one) => one.id === id);
    const { data: moved, refusal } = step ? await move({ minutes: step.minutes() }) : await reset({});
    if (refusal) return toast(refusal.sentence);
    const shown = moved && ('moveClock' in moved ? moved.moveClock : moved.resetClock);
    if (shown) hearServerTime(shown.now);
    again({ requestPolicy: 'network-only' });
  };
  return (
    <div className="clock-panel">
      <MenuTrigger>
        <Button className="clock-button">
          <Icon of={Clock} />
          <span>
            {t('now')} <Time at={now} as="moment" />
            {ahead > 0 && <> ({t('ahead', { span: spanWords(ahead * 60_000, language) })})</>}
          </span>
          <span className="clock-act">{t('move')}</span>
        </Button>
        <Popover className="menu clock-menu" placement="bottom">
          <Menu className="menu-list" aria-label={t('move')} onAction={(key) => void act(String(key))}>
            {STEPS.map(({ id }) => (
              <MenuItem key={id} id={id} className="menu-item" textValue={t(`step.${id}`)}>
                <Icon of={FastForward} />
                {t(`step.${id}`)}
              </MenuItem>
            ))}
            <MenuItem id="reset" className="menu-item" isDisabled={ahead === 0} textValue={t('reset')}>
              <Icon of={RotateCcw} />
              {t('reset')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}

export function ClockPanel() {
  const demonstration = useDemonstration();
  const viewer = useViewer();
  return demonstration && viewer ? <Panel /> : null;
}
