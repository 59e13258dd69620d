/** What liquidjs reads by generators, read at once where it is plain: `a.b`, `a.b == 'c'`, `a.size > 0`, `a and b`. */
import { type Context, type Token, TypeGuards, toValueSync, type Value } from 'liquidjs';
import { QuickContext } from './quick-context.ts';

/**
 * Tells what a value is now. Where a name is not among the values, it is null for the `lenient`, and else raises an
 * error of liquidjs.
 */
export type ReadValue = (context: Context, lenient?: boolean) => unknown;

/** To be used with `jsTruthy`. */
export function readerOf(value: Value): ReadValue {
  const whole: ReadValue = (context, lenient) => toValueSync(value.value(context, lenient));
  const quick = value.filters.length === 0 ? quickly(value.initial.postfix) : undefined;
  if (quick === undefined) return whole;
  return (context, lenient) => {
    const read = context instanceof QuickContext ? quick(context) : undefined;
    return read === undefined ? whole(context, lenient) : read;
  };
}

/** Undefined where something is not as plain as it looked, and liquidjs has to say what is so. */
type Quick = (context: QuickContext) => unknown;

function quickly(postfix: readonly Token[]): Quick | undefined {
  const operands: Quick[] = [];
  for (const token of postfix) {
    const one = TypeGuards.isOperatorToken(token)
      ? operation(token.operator, operands.splice(-2))
      : operand(token);
    if (one === undefined) return undefined;
    operands.push(one);
  }
  return operands[0];
}

function operand(token: Token): Quick | undefined {
  if (TypeGuards.isQuotedToken(token) || TypeGuards.isNumberToken(token)) {
    return () => token.content;
  }
  const path = pathOf(token);
  return path && ((context) => context.read(path));
}

type Compare = (left: unknown, right: unknown) => boolean;

/** Of texts, of numbers, of yes and no. */
const comparisons: Readonly<Record<string, Compare>> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
};

function operation(name: string, [left, right]: readonly Quick[]): Quick | undefined {
  if (left === undefined || right === undefined) return undefined;
  const compare = comparisons[name];
  if (compare) {
    return (context) => {
      const [one, other] = [left(context), right(context)];
      return isPlain(one) && isPlain(other) ? compare(one, other) : undefined;
    };
  }
  switch (name) {
    case '>':
      return (context) => {
        const [one, other] = [left(context), right(context)];
        return typeof one === 'number' && typeof other === 'number' ? one > other : undefined;
      };
    case 'and':
      return bothOr((one, other) => one && other, left, right);
    case 'or':
      return bothOr((one, other) => one || other, left, right);
    default:
      return undefined;
  }
}

/** liquidjs looks at both sides too, and finds what is wrong with either. */
function bothOr(join: (one: boolean, other: boolean) => boolean, left: Quick, right: Quick): Quick {
  return (context) => {
    const [one, other] = [left(context), right(context)];
    if (one === undefined || other === undefined) return undefined;
    return join(Boolean(one), Boolean(other));
  };
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The names of `a.b.c`; undefined for all that is not as plain. */
export function pathOf(token: Token): readonly string[] | undefined {
  if (!TypeGuards.isPropertyAccessToken(token) || token.variable !== undefined) return undefined;
  const names = token.props.flatMap((name) => (TypeGuards.isWordToken(name) ? [name.content] : []));
  return names.length === token.props.length ? names : undefined;
}
