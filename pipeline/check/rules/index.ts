/** Every rule, in the order in which they are listed: files, front matter, parts, identity, text. */
import type { Rule } from '../rule.ts';
import { brokenAnchor } from './broken-anchor.ts';
import { brokenImage } from './broken-image.ts';
import { brokenLink } from './broken-link.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { characterWithoutGlyph } from './character-without-glyph.ts';
import { controlCharacter } from './control-character.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicatePart } from './duplicate-part.ts';
import { duplicateSequence } from './duplicate-sequence.ts';
import { duplicateStakeholder } from './duplicate-stakeholder.ts';
import { emptyFile } from './empty-file.ts';
import { emptyPart } from './empty-part.ts';
import { fileTooLarge } from './file-too-large.ts';
import { goalWithoutFile } from './goal-without-file.ts';
import { headingSkipsLevel } from './heading-skips-level.ts';
import { idUnset } from './id-unset.ts';
import { imageOutsidePlan } from './image-outside-plan.ts';
import { imageWithoutAlt } from './image-without-alt.ts';
import { indicatorWithoutDate } from './indicator-without-date.ts';
import { indicatorWithoutMeasure } from './indicator-without-measure.ts';
import { indicatorWithoutTarget } from './indicator-without-target.ts';
import { indicatorWithoutUnit } from './indicator-without-unit.ts';
import { invalidConfig } from './invalid-config.ts';
import { invalidId } from './invalid-id.ts';
import { invalidSuppression } from './invalid-suppression.ts';
import { invalidYaml } from './invalid-yaml.ts';
import { languageUnset } from './language-unset.ts';
import { linkOutsidePlan } from './link-outside-plan.ts';
import { linkToFile } from './link-to-file.ts';
import { linkWithoutText } from './link-without-text.ts';
import { measureNotANumber } from './measure-not-a-number.ts';
import { missingImage } from './missing-image.ts';
import { missingPart } from './missing-part.ts';
import { missingTitle } from './missing-title.ts';
import { nestingTooDeep } from './nesting-too-deep.ts';
import { noSources } from './no-sources.ts';
import { notUtf8 } from './not-utf8.ts';
import { paragraphTooDense } from './paragraph-too-dense.ts';
import { partAtWrongLevel } from './part-at-wrong-level.ts';
import { partOutOfOrder } from './part-out-of-order.ts';
import { partTooLong } from './part-too-long.ts';
import { partWithoutList } from './part-without-list.ts';
import { partWithoutTable } from './part-without-table.ts';
import { placeholderPart } from './placeholder-part.ts';
import { rawHtmlDropped } from './raw-html-dropped.ts';
import { recommendationInBackground } from './recommendation-in-background.ts';
import { remoteImage } from './remote-image.ts';
import { secondTitle } from './second-title.ts';
import { sectionWithoutGoal } from './section-without-goal.ts';
import { sequenceOutOfOrder } from './sequence-out-of-order.ts';
import { stakeholderNotInRegister } from './stakeholder-not-in-register.ts';
import { stakeholderSpelledTwoWays } from './stakeholder-spelled-two-ways.ts';
import { stakeholdersNotList } from './stakeholders-not-list.ts';
import { symlinkOutside } from './symlink-outside.ts';
import { tableWithoutHeader } from './table-without-header.ts';
import { targetBeforeBaseline } from './target-before-baseline.ts';
import { targetDatePast } from './target-date-past.ts';
import { textOutsidePart } from './text-outside-part.ts';
import { tooFewItems } from './too-few-items.ts';
import { undefinedFootnote } from './undefined-footnote.ts';
import { undefinedReference } from './undefined-reference.ts';
import { unknownConfigKey } from './unknown-config-key.ts';
import { unknownFrontMatterKey } from './unknown-front-matter-key.ts';
import { unknownPart } from './unknown-part.ts';
import { unknownStakeholderRole } from './unknown-stakeholder-role.ts';
import { unquotedSequence } from './unquoted-sequence.ts';
import { unreadableFile } from './unreadable-file.ts';
import { unsafeLink } from './unsafe-link.ts';
import { unsafeSvg } from './unsafe-svg.ts';
import { unusedDefinition } from './unused-definition.ts';
import { unusedFootnote } from './unused-footnote.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { waivedPart } from './waived-part.ts';
import { waiverWithoutReason } from './waiver-without-reason.ts';
import { wrongFrontMatterType } from './wrong-front-matter-type.ts';

export const rules: readonly Rule[] = [
  invalidConfig,
  unknownConfigKey,
  noSources,
  unreadableFile,
  symlinkOutside,
  notUtf8,
  byteOrderMark,
  emptyFile,
  fileTooLarge,
  nestingTooDeep,
  paragraphTooDense,
  characterWithoutGlyph,
  controlCharacter,
  invalidYaml,
  unknownFrontMatterKey,
  wrongFrontMatterType,
  unquotedSequence,
  goalWithoutFile,
  secondTitle,
  sectionWithoutGoal,
  partAtWrongLevel,
  missingPart,
  emptyPart,
  placeholderPart,
  duplicatePart,
  partOutOfOrder,
  unknownPart,
  waiverWithoutReason,
  waivedPart,
  partWithoutList,
  partWithoutTable,
  tooFewItems,
  partTooLong,
  recommendationInBackground,
  textOutsidePart,
  missingTitle,
  duplicateId,
  idUnset,
  invalidId,
  duplicateSequence,
  sequenceOutOfOrder,
  stakeholdersNotList,
  duplicateStakeholder,
  unknownStakeholderRole,
  stakeholderSpelledTwoWays,
  stakeholderNotInRegister,
  indicatorWithoutMeasure,
  indicatorWithoutTarget,
  indicatorWithoutDate,
  indicatorWithoutUnit,
  targetDatePast,
  targetBeforeBaseline,
  measureNotANumber,
  languageUnset,
  headingSkipsLevel,
  brokenLink,
  brokenAnchor,
  linkOutsidePlan,
  linkToFile,
  linkWithoutText,
  unsafeLink,
  missingImage,
  imageOutsidePlan,
  remoteImage,
  brokenImage,
  unsafeSvg,
  imageWithoutAlt,
  tableWithoutHeader,
  undefinedReference,
  undefinedFootnote,
  unusedDefinition,
  unusedFootnote,
  rawHtmlDropped,
  invalidSuppression,
  unusedSuppression,
];
