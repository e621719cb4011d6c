/** The plan in the family's hand, one download: to read it, to say something in it, and to say yes to it or not yet. */
import type { Place } from '../places.js';
import { AnswerScreen } from './AnswerScreen.js';
import { ChangesScreen } from './ChangesScreen.js';
import { PlansScreen } from './PlansScreen.js';
import { SayScreen } from './SayScreen.js';

export default function PlanPages({ place }: { readonly place: Place }) {
  switch (place.at) {
    case 'plan-say':
      return (
        <SayScreen
          key={`${place.entry ?? ''} ${place.isDrawn ?? ''}`}
          planId={place.id}
          {...(place.entry ? { entryId: place.entry } : {})}
          {...(place.isDrawn ? { isDrawn: true } : {})}
        />
      );
    case 'plan-answer':
      return <AnswerScreen answerId={place.id} />;
    case 'plan-changes':
      return <ChangesScreen planId={place.id} />;
    default:
      return <PlansScreen />;
  }
}
