/**
 * A link for somebody else to add to the report by: the reporter passes it on themselves, by a way of their own. It says no
 * more than the receipt does, and what stands after # is sent to no server ([S1 Örebro]: the police's Check:IRK is completed
 * by school and social services).
 */
import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { toast } from '../elements/toasts.js';

const MARK = '#komplettera=';

/** The receipt that a link was opened for; empty where none was. */
export const receiptIn = (hash: string): string => (hash.startsWith(MARK) ? hash.slice(MARK.length) : '');

export function PassOn({ receipt }: { readonly receipt: string }) {
  const { t } = useTranslation('report');
  const address = `${location.origin}/mina-anmalningar${MARK}${receipt}`;
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => toast(t('passOn.copied')),
      () => toast(t('passOn.notCopied', { receipt })),
    );
  return (
    <Button size="small" icon={Copy} aria-label={t('passOn.copyNamed', { receipt })} onPress={() => void copy()}>
      {t('passOn.copy')}
    </Button>
  );
}
