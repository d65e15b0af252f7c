import { cva, type VariantProps } from "class-variance-authority";

/** The look of everything that is pressed; shared by buttons and links that act like one. */
export const buttonLook = cva(
  [
    "inline-flex shrink-0 items-center justify-center gap-[7px] border font-label whitespace-nowrap no-underline",
    "transition-colors duration-(--quick) select-none",
    "disabled:border-line-strong disabled:bg-sunken disabled:text-subtle disabled:shadow-none",
    "aria-disabled:border-line-strong aria-disabled:bg-sunken aria-disabled:text-subtle aria-disabled:shadow-none",
  ],
  {
    variants: {
      look: {
        primary: "border-primary bg-primary text-on-primary shadow-1 hover:bg-primary-hover",
        secondary:
          "border-line-strong bg-surface text-text shadow-1 hover:bg-hover [&>svg]:text-muted",
        ghost: "border-transparent bg-transparent text-text hover:bg-hover [&>svg]:text-muted",
        danger: "border-danger-fill bg-danger-fill text-on-danger shadow-1 hover:brightness-108",
        warn: "border-danger-line bg-surface text-danger shadow-1 hover:bg-danger-tint",
      },
      size: {
        sm: "h-[26px] gap-[5px] rounded-sm px-[9px] text-xs max-sm:h-9 max-sm:px-3 max-sm:text-sm",
        md: "h-(--control) rounded-md px-3 text-sm",
        lg: "h-10 rounded-md px-4 text-base max-sm:h-(--control)",
      },
      square: { true: "px-0!", false: "" },
    },
    compoundVariants: [
      { square: true, size: "sm", class: "w-[26px] max-sm:size-11" },
      { square: true, size: "md", class: "w-(--control)" },
      { square: true, size: "lg", class: "w-10" },
    ],
    defaultVariants: { look: "secondary", size: "md", square: false },
  },
);

type Variants = VariantProps<typeof buttonLook>;
export type ButtonLook = NonNullable<Variants["look"]>;
export type ButtonSize = NonNullable<Variants["size"]>;
