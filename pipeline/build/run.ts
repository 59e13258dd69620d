/** The one place where other programs are run: by name and arguments, never through a shell, and never without end. */
import { spawn } from 'node:child_process';

/** How a program ended. `missing`: there is none of that name; `timed-out`: it was ended by us. */
export interface Ran {
  readonly outcome: 'exited' | 'missing' | 'timed-out' | 'killed';
  /** The exit code; undefined unless it exited. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly timeoutSeconds: number;
  /** Variables set beside our own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Shows what the program says on our stderr as it comes, instead of keeping it. */
  readonly show?: boolean;
}

/** Whether a program did what it was asked to. */
export function succeeded(ran: Ran): boolean {
  return ran.outcome === 'exited' && ran.code === 0;
}

/** Runs a program to its end, with no input. Never rejects: read `outcome` and `code`. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  return new Promise((resolve) => {
    const show = options.show === true;
    const child = spawn(command, args, {
      env: { ...process.env, ...options.env },
      // Shown output goes to stderr: stdout is for data.
      stdio: ['ignore', show ? 2 : 'pipe', show ? 2 : 'pipe'],
      windowsHide: true,
    });
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, options.timeoutSeconds * 1000);
    child.once('error', () => {
      clearTimeout(timer);
      resolve({ outcome: 'missing', code: undefined, stdout, stderr });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      const ended = timedOut ? 'timed-out' : 'killed';
      resolve({
        outcome: code === null ? ended : 'exited',
        code: code ?? undefined,
        stdout,
        stderr,
      });
    });
  });
}
