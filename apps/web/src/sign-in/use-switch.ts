/** Goes on in another of one's own posts: begins afresh, so that nothing of the other role's page remains. */
import { dropAllDrafts } from '../elements/form/drafts.js';
import { toast } from '../elements/toasts.js';
import { SwitchMembershipDocument } from '../graphql/generated/sign-in/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { tellTabs } from './session.js';

export function useSwitch(): (id: string) => Promise<void> {
  const [switchTo] = useAct(SwitchMembershipDocument);
  return async (id) => {
    const { refusal } = await switchTo({ id });
    if (refusal) return void toast(refusal.sentence);
    await dropAllDrafts();
    tellTabs('switched');
    location.assign('/');
  };
}
