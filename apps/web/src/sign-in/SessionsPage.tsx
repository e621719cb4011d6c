/** Where one is signed in, and one act that ends it everywhere: for a lost phone or a desk that was left open. */
import { LogOut, MonitorSmartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Page } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { Table } from '../elements/Table.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { MySessionsDocument, SignOutEverywhereDocument } from '../graphql/generated/sign-in/graphql.js';
import { leave } from './session.js';

export default function SessionsPage() {
  const { t } = useTranslation('sign-in');
  const [{ data, error }, again] = useQuery({ query: MySessionsDocument });
  const [endAll, { waiting }] = useAct(SignOutEverywhereDocument);
  const end = async () => {
    const { refusal } = await endAll({});
    if (refusal) toast(refusal.sentence);
    else await leave('/utloggad');
  };
  return (
    <Page
      title={t('sessions.title')}
      lead={t('sessions.lead')}
      width="read"
      actions={
        <Dialog title={t('sessions.endAll')} trigger={<Button icon={LogOut}>{t('sessions.endAll')}</Button>}>
          {(close) => (
            <>
              <p>{t('sessions.endAllWords')}</p>
              <Acts>
                <Button kind="primary" isPending={waiting} onPress={() => void end()}>
                  {t('sessions.endAll')}
                </Button>
                <Button onPress={close}>{t('sessions.stay')}</Button>
              </Acts>
            </>
          )}
        </Dialog>
      }
    >
      {error && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!error && !data && <Waiting />}
      {data && (
        <Table
          caption={t('sessions.title')}
          rows={data.mySessions}
          keyOf={(session) => session.id}
          empty={<EmptyState icon={MonitorSmartphone} title={t('sessions.none')} />}
          columns={[
            {
              key: 'seen',
              heading: t('sessions.seen'),
              names: true,
              cell: (session) =>
                session.current ? <strong>{t('sessions.here')}</strong> : <Time at={session.lastSeenAt} as="moment" />,
            },
            {
              key: 'since',
              heading: t('sessions.since'),
              cell: (session) => <Time at={session.createdAt} as="moment" />,
            },
            {
              key: 'until',
              heading: t('sessions.until'),
              cell: (session) => <Time at={session.expiresAt} as="moment" />,
            },
          ]}
        />
      )}
    </Page>
  );
}
