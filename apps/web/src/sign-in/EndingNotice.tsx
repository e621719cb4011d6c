/** Says in good time that the session is about to end, and how to stay; it takes no focus from what one is writing. */
import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { Button } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import type { SignedFragment } from '../graphql/generated/sign-in/graphql.js';
import { useServerNow } from '../live/server-clock.js';
import { sessionEnding } from './session-ending.js';
import { askWhoIAm } from './session.js';
import { SignInBeside } from './SignInBeside.js';
import './sign-in.css';

const STEP = 15_000;

export function EndingNotice({ me }: { readonly me: SignedFragment }) {
  const { t } = useTranslation('sign-in');
  const client = useClient();
  const ending = sessionEnding({ ...me, now: useServerNow(STEP) });
  if (!ending) return null;
  return (
    <div className="ending note" role="status">
      <Icon of={Hourglass} />
      <p>
        {t(`ending.${ending.why}`)} <Time at={ending.at} as="clock" />.
      </p>
      {ending.why === 'idle' ? (
        <Button size="small" kind="primary" onPress={() => void askWhoIAm(client, false)}>
          {t('ending.stay')}
        </Button>
      ) : (
        <SignInBeside query="again=1" size="small">
          {t('ending.again')}
        </SignInBeside>
      )}
    </div>
  );
}
