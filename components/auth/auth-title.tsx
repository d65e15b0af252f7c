import type { ReactNode } from "react";

/** The form's own title. */
export function AuthTitle(props: { title: ReactNode; children?: ReactNode }) {
  return (
    <div>
      <h1 className="text-2xl">{props.title}</h1>
      {props.children !== undefined && (
        <p className="mt-1 text-base text-muted">{props.children}</p>
      )}
    </div>
  );
}
