/** How a build is followed: one line that changes, on a screen; a line a step, in a log. */
import type { Progress, Step } from '../build/progress.ts';
import type { Terminal } from './terminal.ts';

/** What a step is called, with its plan in front: `nato2020: pdf`. */
export function stepName({ plan, name }: Step): string {
  if (plan !== undefined) return `${plan}: ${name}`;
  return name === 'library' ? 'the page above the plans' : name;
}

/** A line for each step as it begins; with its reason, and what it makes again, where somebody asked for it. */
export function stepLines({ say }: Terminal, explain: boolean): Progress {
  // Told when the step has ended, since a live line may stand there until then.
  const waiting: string[] = [];
  return {
    begins(step) {
      for (const line of waiting.splice(0)) say(line);
      const { reason } = step;
      if (explain && reason) say(`${stepName(step)}, since ${reason}\n`);
      else if (!explain && reason !== undefined) say(`${stepName(step)}\n`);
    },
    goesOn() {},
    explains(plan, line) {
      if (explain) waiting.push(`${plan}: ${line}\n`);
    },
    ends() {},
  };
}

/** One line while a step runs: what it is, how far it is, how long it will take. It goes away with the step. */
export function liveLine({ say, columns }: Terminal): Progress {
  let timer: NodeJS.Timeout | undefined;
  let draw = (_how: string): void => {};
  return {
    begins(step) {
      const start = performance.now();
      let last = '';
      draw = (how) => {
        last = how;
        const passed = (performance.now() - start) / 1000;
        const text = [stepName(step), how, pagesText(step), leftText(step, passed)];
        const line = text.filter((one) => one !== '').join(', ');
        say(`\r\u001B[2K${line.slice(0, columns - 1)}`);
      };
      draw('');
      timer = setInterval(() => draw(last), 500).unref();
    },
    goesOn: (how) => draw(how),
    explains() {},
    ends() {
      clearInterval(timer);
      draw = () => {};
      say('\r\u001B[2K');
    },
  };
}

function pagesText({ pages }: Step): string {
  return pages === undefined ? '' : `${pages} pages last time`;
}

/** By how long it took last time; nothing where it takes longer. */
function leftText({ usual }: Step, passed: number): string {
  const left = Math.round((usual ?? 0) - passed);
  return left < 1 ? '' : `about ${left} s left`;
}
