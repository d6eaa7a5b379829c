/** What was read is not what the contract says; `field` is where, such as `items[2].state`. */
export class WireError extends Error {
  constructor(
    readonly field: string,
    readonly problem: string,
  ) {
    super(field === "" ? problem : `${field}: ${problem}`);
    this.name = "WireError";
  }
}

/** Turns an untrusted value into a checked one, or throws a {@link WireError} naming `field`. */
export type Reader<T> = (value: unknown, field: string) => T;

/** Marks a field that may be left out. */
export interface Optional<T> {
  readonly optional: Reader<T>;
}

type Fields = Record<string, Reader<unknown> | Optional<unknown>>;
type Required<F extends Fields> = {
  [K in keyof F as F[K] extends Reader<unknown> ? K : never]: F[K] extends Reader<infer T>
    ? T
    : never;
};
type Optionals<F extends Fields> = {
  [K in keyof F as F[K] extends Optional<unknown> ? K : never]?: F[K] extends Optional<infer T>
    ? T
    : never;
};
type Simplify<T> = { readonly [K in keyof T]: T[K] };

/** The value a reader gives. */
export type Read<R> = R extends Reader<infer T> ? T : never;

export const string: Reader<string> = (value, field) => {
  if (typeof value !== "string") throw new WireError(field, "expected a string");
  return value;
};

export const boolean: Reader<boolean> = (value, field) => {
  if (typeof value !== "boolean") throw new WireError(field, "expected true or false");
  return value;
};

export const number: Reader<number> = (value, field) => {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new WireError(field, "expected a number");
  }
  return value;
};

/** A whole number from 0 on, small enough to count with. */
export const count: Reader<number> = (value, field) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) {
    throw new WireError(field, "expected a whole number from 0 on");
  }
  return value as number;
};

/** An instant, in milliseconds since 1970, from RFC 3339 with an offset. */
export const instant: Reader<number> = (value, field) => {
  const text = string(value, field);
  const time = Date.parse(text);
  if (!/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(time)) {
    throw new WireError(field, `expected an instant with an offset, found “${text}”`);
  }
  return time;
};

export function oneOf<const T extends string>(...values: T[]): Reader<T> {
  return (value, field) => {
    if (!values.includes(value as T)) {
      throw new WireError(field, `expected one of ${values.join(", ")}`);
    }
    return value as T;
  };
}

export function literal<const T extends string>(expected: T): Reader<T> {
  return oneOf(expected);
}

export function list<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (value, field) => {
    if (!Array.isArray(value)) throw new WireError(field, "expected a list");
    return value.map((entry: unknown, i) => reader(entry, `${field}[${i}]`));
  };
}

export function mapOf<T>(reader: Reader<T>): Reader<ReadonlyMap<string, T>> {
  return (value, field) =>
    new Map(
      Object.entries(object(value, field)).map(([key, entry]) => [
        key,
        reader(entry, path(field, key)),
      ]),
    );
}

export function nullable<T>(reader: Reader<T>): Reader<T | null> {
  return (value, field) => (value === null ? null : reader(value, field));
}

export function optional<T>(reader: Reader<T>): Optional<T> {
  return { optional: reader };
}

/** A record; fields it does not name are left out of the result. */
export function record<F extends Fields>(
  fields: F,
): Reader<Simplify<Required<F> & Optionals<F>>> {
  return (value, field) => {
    const given = object(value, field);
    const result: Record<string, unknown> = {};
    for (const [name, reader] of Object.entries(fields)) {
      const entry = given[name];
      if (typeof reader === "function") {
        if (entry === undefined) throw new WireError(path(field, name), "missing");
        result[name] = reader(entry, path(field, name));
      } else if (entry !== undefined && entry !== null) {
        result[name] = reader.optional(entry, path(field, name));
      }
    }
    return result as Simplify<Required<F> & Optionals<F>>;
  };
}

/** One of several records, told apart by their `type`. */
export function tagged<R extends Record<string, Reader<unknown>>>(
  readers: R,
): Reader<Read<R[keyof R]>> {
  return (value, field) => {
    const type = string(object(value, field)["type"], path(field, "type"));
    const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
    if (reader === undefined) throw new WireError(path(field, "type"), `unknown type “${type}”`);
    return reader(value, field) as Read<R[keyof R]>;
  };
}

function object(value: unknown, field: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new WireError(field, "expected an object");
  }
  return value as Record<string, unknown>;
}

function path(field: string, name: string): string {
  return field === "" ? name : `${field}.${name}`;
}
