import { readFileSync } from 'node:fs'
import { parseAst } from 'vite'

/** One change to a source file that a test should notice. */
export interface Mutant {
  readonly file: string
  readonly line: number
  readonly operator: string
  readonly start: number
  readonly end: number
  readonly before: string
  readonly after: string
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}

type Change = readonly [operator: string, start: number, end: number, after: string]

const SWAPS: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '==': '!=',
  '!=': '==',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '&&': '||',
  '||': '&&',
  '??': '&&',
}

/** Every mutant of a file, by the operators that Stryker calls standard. */
export function mutantsOf(file: string): Mutant[] {
  const source = readFileSync(file, 'utf8')
  const found: Change[] = []
  visit(parseAst(source, { lang: 'ts' }), source, found)
  return found.map(([operator, start, end, after]) => ({
    ...{ file, operator, start, end, after, before: source.slice(start, end) },
    line: source.slice(0, start).split('\n').length,
  }))
}

/** The source with one mutant in it. */
export function mutate(source: string, { start, end, after }: Pick<Mutant, 'start' | 'end' | 'after'>): string {
  return source.slice(0, start) + after + source.slice(end)
}

function visit(value: unknown, source: string, found: Change[]): void {
  if (Array.isArray(value)) {
    for (const each of value) visit(each, source, found)
    return
  }
  if (!isNode(value)) return
  // Types are gone when the program runs, and what is imported is not changed.
  if (value.type.startsWith('TS') && !('expression' in value)) return
  if (value.type === 'ImportDeclaration') return
  found.push(...changesOf(value, source))
  for (const key of Object.keys(value)) {
    const child: unknown = Reflect.get(value, key)
    if (key !== 'key' || Reflect.get(value, 'computed') === true) visit(child, source, found)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value
}

function changesOf(node: Node, source: string): Change[] {
  const { start, end } = node
  const text = source.slice(start, end)
  const part = (name: string) => {
    const found: unknown = Reflect.get(node, name)
    return isNode(found) ? found : null
  }
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return swapped(node, part('left'), part('right'), source)
    case 'IfStatement':
    case 'ConditionalExpression': {
      const test = part('test')
      return test === null
        ? []
        : [
            ['ConditionalExpression', test.start, test.end, 'true'],
            ['ConditionalExpression', test.start, test.end, 'false'],
          ]
    }
    case 'UnaryExpression':
      return text.startsWith('!') ? [['BooleanLiteral', start, start + 1, '']] : []
    case 'Literal':
      if (text === 'true' || text === 'false')
        return [['BooleanLiteral', start, end, text === 'true' ? 'false' : 'true']]
      return /^['"]./.test(text) && text.length > 2 ? [['StringLiteral', start, end, "''"]] : []
    case 'ArrayExpression':
      return text.length > 2 ? [['ArrayDeclaration', start, end, '[]']] : []
    case 'FunctionDeclaration':
    case 'ArrowFunctionExpression':
    case 'MethodDefinition': {
      const body = part('body') ?? bodyOf(part('value'))
      return body?.type === 'BlockStatement' ? [['BlockStatement', body.start, body.end, '{}']] : []
    }
    default:
      return []
  }
}

function bodyOf(node: Node | null): Node | null {
  const body: unknown = node === null ? null : Reflect.get(node, 'body')
  return isNode(body) ? body : null
}

function swapped(node: Node, left: Node | null, right: Node | null, source: string): Change[] {
  const operator = String(Reflect.get(node, 'operator'))
  const after = SWAPS[operator]
  if (after === undefined || left === null || right === null) return []
  const at = source.indexOf(operator, left.end)
  // A template or a text is not subtracted from.
  return at === -1 || at >= right.start ? [] : [[node.type, at, at + operator.length, after]]
}
