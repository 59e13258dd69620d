/** Tells Word files by their first bytes, without loading what reads them. */

/** Whether bytes are an archive, as every .docx is. */
export function looksLikeArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}
