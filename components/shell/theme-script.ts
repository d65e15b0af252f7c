/** Where this browser keeps its look. */
export const THEME_KEY = "gandalf.theme";
export const DENSITY_KEY = "gandalf.density";

/**
 * Runs before the first paint, so that a dark page never flashes white. Must stay free of outside
 * names: it is sent as text, with the page's nonce.
 */
export const themeScript = `(()=>{try{
const root=document.documentElement,store=localStorage;
const theme=store.getItem("${THEME_KEY}");
const dark=theme==="dark"||(theme!=="light"&&matchMedia("(prefers-color-scheme: dark)").matches);
root.classList.toggle("dark",dark);
const density=store.getItem("${DENSITY_KEY}");
if(density)root.dataset.density=density;
}catch{}})()`;
