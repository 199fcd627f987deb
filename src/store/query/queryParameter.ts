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

/** Thrown where the text of a statement would depend on the value of a parameter. */
export class UnboundParameter extends Error {
  readonly parameter: QueryParameter

  constructor(parameter: QueryParameter) {
    super(`the value of ${parameter.name} is not known yet`)
    this.parameter = parameter
  }
}

/** The value of a parameter. */
export type Binding = (parameter: QueryParameter) => unknown
