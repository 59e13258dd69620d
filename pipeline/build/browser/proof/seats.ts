/** A few seats, and work that waits until one is free. */

/** Does work in a seat; `name` is what is worked on. */
export type Seats<Seat> = <T>(name: string, work: (seat: Seat) => Promise<T>) => Promise<T>;

/**
 * Work comes in the order in which it was asked for. It gets the seat that had its name last, where that one is free;
 * else the one that was left first, and one that nobody had yet only where there is no other.
 */
export function createSeats<Seat>(seats: readonly Seat[]): Seats<Seat> {
  let free = seats;
  const names = new Map<Seat, string>();
  const waiting: ((seat: Seat) => void)[] = [];

  function take(name: string): Seat | undefined {
    const had = free.find((one) => names.get(one) === name);
    const seat = had ?? free.find((one) => names.has(one)) ?? free[0];
    free = free.filter((one) => one !== seat);
    return seat;
  }

  function leave(seat: Seat): void {
    const next = waiting.shift();
    if (next) next(seat);
    else free = [...free, seat];
  }

  return async (name, work) => {
    const seat = take(name) ?? (await new Promise<Seat>((resolve) => waiting.push(resolve)));
    names.set(seat, name);
    try {
      return await work(seat);
    } finally {
      leave(seat);
    }
  };
}
