/**
 * What stands in a request for a value that is known only when its statement runs, as that of a variable is. A statement
 * can be made around it as long as its text does not depend on the value: whoever looks for it is told so.
 */
export class QueryParameter {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }

  toJSON(): never {
    throw new UnboundParameter(this)
  }

  [Symbol.toPrimitive](): never {
    throw new UnboundParameter(this)
  }
}

/** Thrown where a value is needed for which there is a hole. */
export class UnboundParameter extends Error {
  readonly hole: QueryParameter

  constructor(hole: QueryParameter) {
    super(`the value of ${hole.name} is not known yet`)
    this.hole = hole
  }
}

/** What fills a hole. */
export type Binding = (hole: QueryParameter) => unknown
