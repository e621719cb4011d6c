/**
 * On every piece of information: a short word for why you may see it; on focus or tap who else sees it and until when.
 * The gate is visible, quietly, everywhere. (OSL 10:2, 12:2, 26:9; SoL 20:6)
 */
import { LockOpen } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from './AgencyBadge.js';
import type { Reader } from './WhoSeesThis.js';
import { Icon } from './Icon.js';
import { Time } from './Time.js';
import './GroundTag.css';

export interface GroundTagProps {
  /** As the gate says it: `consent`, `internal`, `SoL 20:6` … */
  readonly ground: string;
  /** None is known to be none; left out where the page was not told, and then nothing is said of it. */
  readonly alsoSeenBy?: readonly Omit<Reader, 'sees'>[];
  readonly until?: string;
  readonly givenBy?: string;
}

/** Catalogue keys hold no space, colon or full stop: `SoL 20:6` is looked up as `SoL-20-6`. */
const keyOf = (ground: string) => ground.replace(/[^\wåäö]+/gi, '-');

export function GroundTag({ ground, alsoSeenBy, until, givenBy }: GroundTagProps) {
  const { t, i18n } = useTranslation('elements');
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  // A tap focuses first and presses then: without this the one would open and the other close at once.
  const pressing = useRef(false);
  const said = useId();
  const key = keyOf(ground);
  const word = i18n.exists(`elements:ground.${key}.word`) ? t(`ground.${key}.word`) : ground;
  return (
    <>
      <span onPointerDownCapture={() => (pressing.current = true)}>
        <Button
          ref={trigger}
          className="ground"
          aria-label={t('ground.name', { word })}
          aria-expanded={open}
          aria-describedby={open ? said : undefined}
          onPress={() => {
            pressing.current = false;
            setOpen((was) => !was);
          }}
          onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
          onBlur={() => {
            pressing.current = false;
            setOpen(false);
          }}
          onFocusChange={(focused) => {
            if (!pressing.current) setOpen(focused && (trigger.current?.matches(':focus-visible') ?? false));
          }}
        >
          <Icon of={LockOpen} />
          {word}
        </Button>
      </span>
      <Popover className="ground-said" triggerRef={trigger} isOpen={open} onOpenChange={setOpen} isNonModal offset={6}>
        <div id={said} role="status">
          <p className="ground-why">
            {i18n.exists(`elements:ground.${key}.why`) ? t(`ground.${key}.why`) : t('ground.cited', { ground })}
          </p>
          <dl>
            {givenBy && (
              <>
                <dt>{t('ground.givenBy')}</dt>
                <dd>{givenBy}</dd>
              </>
            )}
            {alsoSeenBy && (
              <>
                <dt>{t('ground.alsoSeenBy')}</dt>
                <dd>
                  {alsoSeenBy.length === 0 && t('ground.noOne')}
                  <ul>
                    {alsoSeenBy.map((house) => (
                      <li key={house.id}>
                        <AgencyBadge kind={house.kind} name={house.name} />
                      </li>
                    ))}
                  </ul>
                </dd>
              </>
            )}
            <dt>{t('ground.until')}</dt>
            <dd>{until ? <Time at={until} as="day" /> : t('ground.noEnd')}</dd>
          </dl>
        </div>
      </Popover>
    </>
  );
}
