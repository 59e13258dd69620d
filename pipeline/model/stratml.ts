/** The vocabulary of StratML: ISO 17469-1:2015 (Part 1) and ANSI/AIIM 22 (Part 2, schema of 2016-02-16). */

/** The parts of the standard that are read and written. */
export type StratmlPart = 1 | 2;

/** Target namespaces of the schemas that are written. */
export const stratmlNamespaces: Readonly<Record<StratmlPart, string>> = {
  1: 'urn:ISO:std:iso:17469:tech:xsd:stratml_core',
  2: 'urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport',
};

/** The document element of each part. */
export const stratmlRoots: Readonly<Record<StratmlPart, string>> = {
  1: 'StrategicPlan',
  2: 'PerformancePlanOrReport',
};

/** What a Part 2 document may call itself (its attribute Type). */
export const documentTypes = ['Strategic_Plan', 'Performance_Plan', 'Performance_Report'] as const;
export type DocumentType = (typeof documentTypes)[number];

export const stakeholderTypes = ['Person', 'Organization', 'Generic_Group'] as const;
export const roleTypes = ['Performer', 'Beneficiary'] as const;
export const relationTypes = ['Broader_Than', 'Peer_To', 'Narrower_Than'] as const;
export const indicatorTypes = ['Quantitative', 'Qualitative'] as const;
export const valueChainStages = [
  'Outcome',
  'Output_Processing',
  'Output',
  'Input_Processing',
  'Input',
] as const;

/** The word of a list that a text is, or undefined. */
export function wordIn<T extends string>(words: readonly T[], text: string): T | undefined {
  return words.find((word) => word === text);
}

const result = ['StartDate', 'EndDate', 'NumberOfUnits', 'Descriptor', 'Description'];
const plan = [
  'Name',
  'Description',
  'OtherInformation',
  'StrategicPlanCore',
  'AdministrativeInformation',
  'Submitter',
];

/** The children of each element in the schemas' order. Part 1 has some of them only, and Submitter elsewhere. */
export const childOrder: Readonly<Record<string, readonly string[]>> = {
  StrategicPlan: plan,
  PerformancePlanOrReport: plan,
  StrategicPlanCore: ['Organization', 'Vision', 'Mission', 'Value', 'Goal'],
  Organization: ['Name', 'Acronym', 'Identifier', 'Description', 'Stakeholder'],
  Vision: ['Description', 'Identifier'],
  Mission: ['Description', 'Identifier'],
  Value: ['Name', 'Description'],
  Goal: [
    'Name',
    'Description',
    'Identifier',
    'SequenceIndicator',
    'Stakeholder',
    'OtherInformation',
    'Objective',
  ],
  Objective: [
    'Name',
    'Description',
    'Identifier',
    'SequenceIndicator',
    'Stakeholder',
    'OtherInformation',
    'PerformanceIndicator',
  ],
  Stakeholder: ['Name', 'Description', 'Role'],
  Role: ['Name', 'Description', 'RoleType'],
  PerformanceIndicator: [
    'SequenceIndicator',
    'MeasurementDimension',
    'UnitOfMeasurement',
    'Identifier',
    'Relationship',
    'MeasurementInstance',
    'OtherInformation',
  ],
  Relationship: ['Identifier', 'ReferentIdentifier', 'Name', 'Description'],
  MeasurementInstance: ['TargetResult', 'ActualResult'],
  TargetResult: result,
  ActualResult: result,
  Descriptor: ['DescriptorName', 'DescriptorValue'],
  AdministrativeInformation: [
    'Identifier',
    'StartDate',
    'EndDate',
    'PublicationDate',
    'Source',
    'Submitter',
  ],
  Submitter: ['Identifier', 'GivenName', 'Surname', 'PhoneNumber', 'EmailAddress'],
};
