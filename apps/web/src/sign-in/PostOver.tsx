/** The post that one worked in has ended: nothing of its house stands here any more, and one chooses as who to go on. */
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Page } from '../elements/Page.js';
import { toast } from '../elements/toasts.js';
import type { SignedFragment } from '../graphql/generated/sign-in/graphql.js';
import { signOut } from './session.js';
import { useSwitch } from './use-switch.js';

export function PostOver({ me }: { readonly me: SignedFragment }) {
  const { t } = useTranslation(['sign-in', 'shell']);
  const switchTo = useSwitch();
  const posts = me.memberships;
  return (
    <Page title={t('postOver.title')} lead={t(posts.length > 0 ? 'postOver.words' : 'postOver.none')} width="ask">
      <div className="stack" role="group" aria-label={t('posts')}>
        {posts.map((post) => (
          <Button key={post.id} wide onPress={() => void switchTo(post.id)}>
            {t('postOver.go', {
              unit: post.unitName,
              role: t(`shell:role.${post.role}` as never),
              house: post.authorityName,
            })}
          </Button>
        ))}
        <Button kind="quiet" onPress={() => void signOut().catch(() => toast(t('signOutFailed')))}>
          {t('signOut')}
        </Button>
      </div>
    </Page>
  );
}
