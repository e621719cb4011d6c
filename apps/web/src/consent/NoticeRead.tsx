/** What a signer read, word for word as it was then, though the text may be another today. */
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { Failing, Waiting } from '../elements/states.js';
import { NoticeReadDocument } from '../graphql/generated/consent/graphql.js';
import { refusalOf } from '../graphql/refusal.js';

interface ReadBy {
  readonly consentId: string;
  readonly personId: string;
}

export function NoticeRead({ language, ...by }: ReadBy & { readonly language: string }) {
  const { t } = useTranslation('consent');
  return (
    <Dialog
      title={t('read.title')}
      place="side"
      trigger={
        <Button size="small" kind="quiet">
          {t('read.open', { language: t(`read.languages.${language}` as never) })}
        </Button>
      }
    >
      {() => <Text {...by} />}
    </Dialog>
  );
}

function Text(by: ReadBy) {
  const { t } = useTranslation('consent');
  const [{ data, error }, again] = useQuery({ query: NoticeReadDocument, variables: { ...by } });
  if (!data?.noticeRead) return error ? <Failing refusal={refusalOf(error)} onRetry={again} /> : <Waiting lines={6} />;
  const { paragraphs, version, language, sha256 } = data.noticeRead;
  return (
    <div className="stack">
      <div className="stack" lang={language === 'sv-simple' ? 'sv' : language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <p className="small muted notice-hash">{t('read.stands', { version, sha256 })}</p>
    </div>
  );
}
