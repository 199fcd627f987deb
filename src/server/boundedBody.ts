/**
 * The bytes of a body, whether or not its length was announced; null in place of those of one that is over the limit.
 *
 * What comes after the limit is let go by: to close the connection on a client that is still sending would keep it from
 * reading why.
 */
export async function readBounded(
  body: AsyncIterable<Uint8Array>,
  mostBytes: number,
): Promise<{ readonly length: number; readonly bytes: Buffer<ArrayBuffer> | null }> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.byteLength
    if (length <= mostBytes) chunks.push(chunk)
  }
  return { length, bytes: length > mostBytes ? null : Buffer.concat(chunks) }
}
