// What the Bot API answers to a call, and the short ways to say it.
export type ApiAnswer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: { readonly retry_after: number };
    };

export const done = (result: unknown): ApiAnswer => ({ ok: true, result });

export const refused = (error_code: number, description: string): ApiAnswer => ({ ok: false, error_code, description });

export const badRequest = (what: string): ApiAnswer => refused(400, `Bad Request: ${what}`);
