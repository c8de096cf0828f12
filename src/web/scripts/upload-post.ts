// Sends one file, and tells how it ended; the server answers a script in JSON (web/mon-compte/pieces-jointes/ajout).

export type Added = {
  kind: 'added';
  /** Where the form would lead. */
  next: string;
  /** The account already kept this content. */
  twice: boolean;
};
export type Outcome =
  | Added
  /** `named`: another désignation would mend it. */
  | { kind: 'refused'; sentences: string[]; named: boolean }
  /** Each has its sentence on the form: stopped, without an answer, without a session any more. */
  | { kind: 'cancelled' | 'failed' | 'ended' };

const CREATED = 201;
const UNAUTHORIZED = 401;
const REFUSED = 422;

export function post(
  request: XMLHttpRequest,
  action: string,
  fields: Record<string, string>,
  file: File,
): Promise<Outcome> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('fichier', file, file.name);
  return new Promise((resolve) => {
    request.onabort = () => resolve({ kind: 'cancelled' });
    request.onerror = () => resolve({ kind: 'failed' });
    request.onload = () => resolve(read(request));
    request.open('POST', action);
    request.responseType = 'json';
    request.setRequestHeader('accept', 'application/json');
    request.send(body);
  });
}

function read({ status, response }: XMLHttpRequest): Outcome {
  if (status === CREATED && response)
    return { kind: 'added', next: response.suite, twice: response.enDouble };
  if (status === REFUSED && response)
    return { kind: 'refused', sentences: response.erreurs, named: response.designation };
  return { kind: status === UNAUTHORIZED ? 'ended' : 'failed' };
}
