/** The pages behind my page, one download. */
import type { Place } from '../places.js';
import { AccessScreen } from './AccessScreen.js';
import { ContactsScreen, MeetingsScreen, TraceScreen } from './OtherPages.js';
import { NumberScreen } from './NumberScreen.js';
import { QuestionScreen } from './QuestionScreen.js';
import { ReceiptScreen } from './ReceiptScreen.js';
import { NarrowScreen, WithdrawScreen } from './TakeBack.js';
import { WholePage } from './WholePage.js';

export default function MyPages({ place }: { readonly place: Place }) {
  switch (place.at) {
    case 'withdraw':
      return <WithdrawScreen id={place.id} />;
    case 'narrow':
      return <NarrowScreen key={`${place.house} ${place.category}`} place={place} />;
    case 'whole':
      return <WholePage id={place.id} />;
    case 'receipt':
      return <ReceiptScreen id={place.id} />;
    case 'access':
      return <AccessScreen id={place.id} />;
    case 'meetings':
      return <MeetingsScreen />;
    case 'contacts':
      return <ContactsScreen />;
    case 'question':
      return <QuestionScreen />;
    case 'number':
      return <NumberScreen />;
    case 'trace':
      return <TraceScreen />;
    default:
      return null;
  }
}
