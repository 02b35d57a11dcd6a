/** Each app on its own, as its maker would ship it: `APP=react vite build`. */

import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const app = process.env.APP;
const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at(`apps/${app}`),
  base: "./",
  logLevel: "warn",
  plugins: [react()],
  build: {
    outDir: at(`../../target/bench-web/${app}`),
    emptyOutDir: true,
    // The oldest that Swanilai is made for, and top-level await among it.
    target: ["chrome109", "firefox115", "safari15.4"],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4_000,
  },
});
