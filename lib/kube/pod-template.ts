/** Source: Kubernetes API reference, core/v1 PodTemplateSpec. Only what is read here. */
export interface PodTemplate {
  readonly spec?: { readonly containers?: readonly { readonly image?: string }[] };
}

/** The images of its containers as somebody typed them, each once. */
export const imagesOf = (template: PodTemplate | undefined): readonly string[] => [
  ...new Set((template?.spec?.containers ?? []).flatMap(({ image }) => image ?? [])),
];
