/** The addresses at which one's own calendar programs read: made, copied once, and closed. */
import { CalendarSync, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  CloseCalendarFeedDocument,
  MakeCalendarFeedDocument,
  MyCalendarFeedsDocument,
} from '../graphql/generated/calendar/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import './calendar.css';

export function CalendarFeeds() {
  const { t } = useTranslation('calendar');
  return (
    <Dialog title={t('feed.title')} place="side" trigger={<Button icon={CalendarSync}>{t('feed.open')}</Button>}>
      {() => <Feeds />}
    </Dialog>
  );
}

function Feeds() {
  const { t } = useTranslation('calendar');
  const [{ data, error }, again] = useQuery({ query: MyCalendarFeedsDocument, requestPolicy: 'cache-and-network' });
  const [make, making] = useAct(MakeCalendarFeedDocument);
  const [close] = useAct(CloseCalendarFeedDocument);
  const [address, setAddress] = useState<string>();
  const makeOne = async () => {
    const outcome = await make({});
    if (outcome.refusal) return void toast(outcome.refusal.sentence);
    setAddress(outcome.data.makeCalendarFeed);
    again({ requestPolicy: 'network-only' });
    return undefined;
  };
  const closeOne = async (id: string) => {
    const { refusal } = await close({ id });
    setAddress(undefined);
    again({ requestPolicy: 'network-only' });
    toast(refusal ? refusal.sentence : t('feed.closed'));
  };
  return (
    <div className="stack">
      <p>{t('feed.words')}</p>
      <p>
        <Link to="/mina-upptagna-tider">{t('busy.title')}</Link>
      </p>
      {address === undefined ? (
        <div>
          <Button kind="primary" isPending={making.waiting} onPress={() => void makeOne()}>
            {t('feed.make')}
          </Button>
        </div>
      ) : (
        <Made address={address} />
      )}
      <h3>{t('feed.list')}</h3>
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!data && !error && <Waiting lines={2} />}
      {data?.myCalendarFeeds.length === 0 && <p className="muted">{t('feed.none')}</p>}
      <ul className="calendar-feeds" role="list">
        {data?.myCalendarFeeds.map(({ id, createdAt, lastReadAt }) => (
          <li key={id}>
            <span>
              {t('feed.createdAt')} <Time at={createdAt} as="moment" />
              {' · '}
              {lastReadAt ? (
                <>
                  {t('feed.read')} <Time at={lastReadAt} as="moment" />
                </>
              ) : (
                t('feed.unread')
              )}
            </span>
            <Button size="small" onPress={() => void closeOne(id)}>
              {t('feed.close')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Made({ address }: { readonly address: string }) {
  const { t } = useTranslation('calendar');
  const copy = () => navigator.clipboard.writeText(address).then(() => toast(t('feed.copied')));
  return (
    <div className="stack" role="status">
      <p>
        <strong>{t('feed.made')}</strong>
      </p>
      <p className="calendar-address">{address}</p>
      <div>
        <Button icon={Copy} onPress={() => void copy()}>
          {t('feed.copy')}
        </Button>
      </div>
      <p className="muted small">{t('feed.secret')}</p>
    </div>
  );
}
