import {
  CallToolRequestSchema,
  ErrorCode,
  InitializeRequestSchema,
  isJSONRPCRequest,
  type JSONRPCMessage,
  JSONRPCMessageSchema,
  JSONRPCNotificationSchema,
  JSONRPCRequestSchema,
  ListToolsRequestSchema,
  PingRequestSchema,
  type RequestId,
  RequestIdSchema,
} from '@modelcontextprotocol/sdk/types.js'
import { isRecord } from '../../model/isRecord.ts'
import { nestsBeyond } from '../jsonNesting.ts'
import { whatIsWrong } from './whatIsWrong.ts'

/** How deep lists and objects may be nested in a message. */
const deepest = 100

/** The answer to what is no message, or asks for something in a wrong form, by the rules of JSON-RPC. */
export interface MessageFault {
  readonly jsonrpc: '2.0'
  /** Null where the message does not say which it is. */
  readonly id: RequestId | null
  readonly error: { readonly code: ErrorCode; readonly message: string }
}

export type ReadMessage =
  | { readonly message: JSONRPCMessage; readonly fault?: undefined }
  | { readonly fault: MessageFault; readonly message?: undefined }

/** What is asked of this server: the protocol's library would answer a wrong form of it as a fault of ours. */
const requests = new Map(
  [InitializeRequestSchema, PingRequestSchema, ListToolsRequestSchema, CallToolRequestSchema].map(schema => [
    schema.shape.method.value as string,
    schema,
  ]),
)

const decoder = new TextDecoder('utf-8', { fatal: true })

/** A message as it was sent, or what is wrong with it: its sender would wait for ever for the answer to what is passed over. */
export function readMessage(bytes: Buffer): ReadMessage {
  if (nestsBeyond(bytes, deepest)) {
    return faulty(null, ErrorCode.InvalidRequest, `More than ${deepest} lists and objects are nested in the message.`)
  }
  let given: unknown
  try {
    given = JSON.parse(decoder.decode(bytes))
  } catch {
    return faulty(null, ErrorCode.ParseError, 'The message is not JSON.')
  }
  const { success, data } = JSONRPCMessageSchema.safeParse(given)
  if (!success) return faulty(idOf(given), ErrorCode.InvalidRequest, wrongWithMessage(given))
  if (!isJSONRPCRequest(data)) return { message: data }
  const asked = requests.get(data.method)?.safeParse(data)
  if (asked?.success === false) return faulty(data.id, ErrorCode.InvalidParams, whatIsWrong(asked.error))
  return { message: withoutTask(data) }
}

/** A message that was not read because it has more bytes than are read. */
export function tooLong(mostBytes: number): ReadMessage {
  return faulty(null, ErrorCode.InvalidRequest, `The message has more than ${mostBytes} bytes.`)
}

function faulty(id: RequestId | null, code: ErrorCode, message: string): ReadMessage {
  return { fault: { jsonrpc: '2.0', id, error: { code, message } } }
}

function idOf(given: unknown): RequestId | null {
  const { success, data } = RequestIdSchema.safeParse(isRecord(given) ? given.id : null)
  return success ? data : null
}

function wrongWithMessage(given: unknown): string {
  if (Array.isArray(given)) return 'Send one message at a time: batches are not taken.'
  if (!isRecord(given)) return 'A message is a JSON object.'
  if (given.jsonrpc !== '2.0') return 'jsonrpc must be "2.0".'
  if ('id' in given && !RequestIdSchema.safeParse(given.id).success) return 'id must be a text or a whole number.'
  if (typeof given.method !== 'string') return 'method must say what is asked, such as "tools/list".'
  const { error } = ('id' in given ? JSONRPCRequestSchema : JSONRPCNotificationSchema).safeParse(given)
  return error ? whatIsWrong(error) : 'This is not a message.'
}

/** The specification wants the task of a request to be ignored by servers that have none; the library answers with an internal error. */
function withoutTask(message: JSONRPCMessage): JSONRPCMessage {
  if (!('params' in message) || message.params === undefined || !('task' in message.params)) return message
  const { task, ...params } = message.params
  return { ...message, params }
}
