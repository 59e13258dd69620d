/** What every piece of a StratML document is written with. */
import type { StratmlPart } from '../../model/stratml.ts';
import type { Identifiers } from './identifiers.ts';
import type { Losses } from './losses.ts';

export interface Writing {
  readonly part: StratmlPart;
  readonly losses: Losses;
  readonly identifiers: Identifiers;
}
