/** Source: Kubernetes' name generator: "-<template hash>-<5 letters>" of a replica set's pods, or "-<5 letters>". */
const SUFFIX = /^(.+?)((?:-[a-f0-9]{6,10})?-[bcdfghjklmnpqrstvwxz2456789]{5})$/;

/** A name with what Kubernetes made up muted: "nginx-7d8f9c6b5-2lmzt" reads as nginx. */
export function ObjectName(props: { name: string; generated?: boolean }) {
  const match = props.generated === true ? SUFFIX.exec(props.name) : null;
  return (
    <span title={props.name}>
      <b className="font-name">{match?.[1] ?? props.name}</b>
      {match && <span className="text-muted">{match[2]}</span>}
    </span>
  );
}
