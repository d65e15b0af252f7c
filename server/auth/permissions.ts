import { PERMISSIONS, type Permission, type UserRole } from "@/lib/schemas/session";

const EVERYBODY = ["administrator", "operator", "viewer"] as const;
const OPERATORS = ["administrator", "operator"] as const;
const ADMINISTRATORS = ["administrator"] as const;

/** Who may do what. A permission that is not listed does not compile. */
const ALLOWED = {
  "panel:read": EVERYBODY,
  "hosts:read": EVERYBODY,
  "hosts:write": OPERATORS,
  "clusters:read": EVERYBODY,
  "clusters:write": OPERATORS,
  "clusters:adopt": ADMINISTRATORS,
  "jobs:read": EVERYBODY,
  "jobs:write": OPERATORS,
  "kube:read": EVERYBODY,
  "kube:console": EVERYBODY,
  "kube:reveal": OPERATORS,
  "kube:write": OPERATORS,
  "kubeconfig:create": EVERYBODY,
  "kubeconfig:manage": ADMINISTRATORS,
  "shell:container": OPERATORS,
  "shell:host": ADMINISTRATORS,
  "service:open": OPERATORS,
  "artifacts:read": EVERYBODY,
  "artifacts:write": OPERATORS,
  "network:read": EVERYBODY,
  "network:write": OPERATORS,
  "settings:read": ADMINISTRATORS,
  "settings:write": ADMINISTRATORS,
  "audit:read": ADMINISTRATORS,
} as const satisfies Record<Permission, readonly UserRole[]>;

/** Whether the role carries the permission. */
export const allows = (role: UserRole, permission: Permission): boolean =>
  (ALLOWED[permission] as readonly UserRole[]).includes(role);

/** Everything the role carries. */
export const permissionsOf = (role: UserRole): readonly Permission[] =>
  PERMISSIONS.filter((permission) => allows(role, permission));
