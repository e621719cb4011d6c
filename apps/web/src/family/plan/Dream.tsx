/** The picture of the future, in words and drawn; whoever reads it may draw or write how they would like it to be. */
import { Pencil } from 'lucide-react';
import { DrawingShown } from '../../drawing/DrawingShown.js';
import { Button } from '../controls.js';
import type { Plan, PlanEntry } from '../shapes.js';
import { useTexts } from '../texts.js';
import { useVisit } from '../visit.js';
import { OwnSaid } from './OwnSaid.js';

export function Dream({ plan, future }: { readonly plan: Plan; readonly future: PlanEntry | undefined }) {
  const { t } = useTexts();
  const { go } = useVisit();
  const title = t(plan.about.isMe ? 'plan.futureMine' : 'plan.future');
  // Before there is a picture, it is the young person who is asked for one.
  if (!future && !plan.about.isMe) return null;
  return (
    <div className="dream">
      {future ? (
        <figure>
          <figcaption>{title}</figcaption>
          <blockquote dir="auto">
            <p>{future.words}</p>
          </blockquote>
          {future.drawing && <DrawingShown drawing={future.drawing} />}
        </figure>
      ) : (
        <>
          <h2>{title}</h2>
          <p>{t('plan.draw.ask')}</p>
        </>
      )}
      {future?.comments.map((one) => (
        <OwnSaid key={one.id} {...one} />
      ))}
      <div data-unread>
        <Button
          icon={Pencil}
          onPress={() => go({ at: 'plan-say', id: plan.id, isDrawn: true, ...(future ? { entry: future.id } : {}) })}
        >
          {t('plan.draw.do')}
        </Button>
      </div>
    </div>
  );
}
