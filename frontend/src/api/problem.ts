/** What the server says when it refuses (RFC 9457), in the reader's language. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail?: string | null;
  code: string;
  trace_id?: string | null;
  errors?: FieldProblem[];
  /** What is wrong with a template; `features/templates` knows its shape. */
  template?: unknown;
}

export interface FieldProblem {
  pointer: string;
  code: string;
  message: string;
}

export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | null;
  readonly traceId: string | null;
  readonly fields: FieldProblem[];
  /** When the server is willing to be asked again. */
  readonly retryAt: string | null;
  readonly template: unknown;

  constructor(body: ProblemBody, retryAfter: number | null = null) {
    super(body.title);
    this.name = "ProblemError";
    this.status = body.status;
    this.code = body.code;
    this.detail = body.detail ?? null;
    this.traceId = body.trace_id ?? null;
    this.fields = body.errors ?? [];
    this.template = body.template ?? null;
    this.retryAt = retryAfter ? new Date(Date.now() + retryAfter * 1000).toISOString() : null;
  }
}

/** The code of a failure that never reached the server's rules: no connection, a proxy's page, a broken answer. */
export const UNREACHABLE = "unreachable";

export function unreachable(status = 0): ProblemError {
  return new ProblemError({ type: "about:blank", title: "", status, code: UNREACHABLE });
}

/** Reads a refusal; anything that is not problem+json counts as an unreachable server. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const retry = Number(response.headers.get("Retry-After"));
  try {
    const body = (await response.clone().json()) as ProblemBody;
    if (typeof body.code === "string" && typeof body.title === "string") {
      return new ProblemError({ ...body, status: response.status }, retry > 0 ? retry : null);
    }
  } catch {
    // Not JSON: fall through.
  }
  return unreachable(response.status);
}

export function isProblem(error: unknown, ...codes: string[]): error is ProblemError {
  return error instanceof ProblemError && (codes.length === 0 || codes.includes(error.code));
}
