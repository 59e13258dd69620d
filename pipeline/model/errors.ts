/** The three ways a command can stop that are no findings, with their exit codes (product.md). */

/** A wrong word on the command line or in the configuration: exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly help: string;
  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}

/** A tool we rely on is missing or failed: exit 3. `help` is the exact command to type, where there is one. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
  readonly help: string;
  constructor(message: string, help: string, options?: ErrorOptions) {
    super(message, options);
    this.help = help;
  }
}

/** A template that does not parse, or asks for what is not there: exit 2. The message names template, line and column. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly help: string;
  constructor(message: string, help: string, options?: ErrorOptions) {
    super(message, options);
    this.help = help;
  }
}
