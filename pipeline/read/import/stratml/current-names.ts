/** Names of older drafts of StratML, and of those who wrote it from memory, as they are called today. */

const current: Readonly<Record<string, string>> = {
  FirstName: 'GivenName',
  LastName: 'Surname',
  Phone: 'PhoneNumber',
  Email: 'EmailAddress',
  IndicatorType: 'PerformanceIndicatorType',
  UnitOfMeasure: 'UnitOfMeasurement',
};

/** The name of today's schema for a name, which is mostly itself. */
export function currentName(name: string): string {
  return current[name] ?? name;
}
