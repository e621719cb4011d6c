/** The people and the story, to come back to while one is signed in. */
import { Navigate } from 'react-router';
import { Waiting } from '../elements/states.js';
import { PeopleAndStory } from './PeopleAndStory.js';
import { useDemonstration } from './use-demonstration.js';

export default function DemonstrationPage() {
  const demonstration = useDemonstration();
  if (demonstration === undefined) return <Waiting />;
  return demonstration ? <PeopleAndStory demonstration={demonstration} to="/" /> : <Navigate to="/" replace />;
}
