import { Phone, Plus, Send, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Section } from '../elements/Page.js';
import { toast } from '../elements/toasts.js';

/** Buttons in every kind and state, a dialog from the middle and from the side, a toast with a way back. */
export function ActSection() {
  const { t } = useTranslation('gallery');
  const inner = (close: () => void) => (
    <>
      <p>{t('act.dialogWords')}</p>
      <Acts>
        <Button kind="primary" onPress={close}>
          {t('act.yes')}
        </Button>
        <Button kind="quiet" onPress={close}>
          {t('act.no')}
        </Button>
      </Acts>
    </>
  );
  return (
    <Section title={t('act.title')}>
      <div className="row">
        <Button kind="primary" icon={Send}>
          {t('act.send')}
        </Button>
        <Button icon={Plus}>{t('act.add')}</Button>
        <Button kind="quiet" icon={Phone}>
          {t('act.call')}
        </Button>
        <Button kind="danger" icon={Trash2}>
          {t('act.remove')}
        </Button>
        <Button isDisabled>{t('act.off')}</Button>
        <Button kind="primary" isPending>
          {t('act.sending')}
        </Button>
        <Button size="small">{t('act.small')}</Button>
        <Button kind="quiet" icon={Plus} iconOnly>
          {t('act.add')}
        </Button>
      </div>
      <div className="row">
        <Dialog title={t('act.dialogTitle')} trigger={<Button>{t('act.dialog')}</Button>}>
          {inner}
        </Dialog>
        <Dialog title={t('act.dialogTitle')} place="side" trigger={<Button>{t('act.side')}</Button>}>
          {inner}
        </Dialog>
        <Button onPress={() => toast(t('act.toasted'), () => void toast(t('act.undone')))}>{t('act.toast')}</Button>
        <Button kind="primary" size="large">
          {t('act.large')}
        </Button>
      </div>
    </Section>
  );
}
