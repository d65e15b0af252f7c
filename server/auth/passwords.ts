import { hash, verify } from "@node-rs/argon2";
import { newToken } from "./token";

/** Hashes and checks passwords (argon2id). */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** `stored` null (nobody has this e-mail) takes as long as a wrong password, and is false. */
  matches(stored: string | null, password: string): Promise<boolean>;
}

export interface PasswordCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** Source: OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, 2 passes, 1 lane. */
export const PASSWORD_COST: PasswordCost = { memoryKiB: 19_456, passes: 2, lanes: 1 };

/** The library's default algorithm is argon2id. */
export function createPasswords(cost: PasswordCost = PASSWORD_COST): Passwords {
  const options = { memoryCost: cost.memoryKiB, timeCost: cost.passes, parallelism: cost.lanes };
  let nobodys: Promise<string> | undefined;
  return {
    hash: (password) => hash(password, options),
    matches: async (stored, password) => {
      nobodys ??= hash(newToken(), options);
      const right = await verify(stored ?? (await nobodys), password);
      return right && stored !== null;
    },
  };
}
