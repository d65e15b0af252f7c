/**
 * A model of the client library as the API's JSON holds it: times are text, and nobody promises what must be there.
 * Only types come from that library: it is not loaded, which would cost memory, and its own reader turns times into
 * dates.
 */
export type Wire<Model> = Model extends Date
  ? string
  : Model extends readonly (infer Item)[]
    ? readonly Wire<Item>[]
    : Model extends object
      ? { readonly [Field in keyof Model]?: Wire<Model[Field]> }
      : Model;
