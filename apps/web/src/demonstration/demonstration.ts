/** Whether the pages are built for a demonstration: by `VITE_DEMONSTRATION=1`, and always while developing. */
export const DEMONSTRATION = import.meta.env.DEV || import.meta.env.VITE_DEMONSTRATION === '1';
