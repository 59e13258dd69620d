/** How a command ends (product.md). */
export const fine = 0;
export const findingsFound = 1;
export const wrongUsage = 2;
export const toolFailed = 3;
export const interrupted = 130;
