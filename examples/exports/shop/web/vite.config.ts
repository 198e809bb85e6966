import { defineConfig } from "vite";

import { API, WEB } from "./ports";

// Where the environment says that it is, as with `resolve()` of Rust.
const address = process.env[API.addrVariable];

export default defineConfig({
  server: {
    port: WEB.port,
    strictPort: true,
    proxy: { "/api": address ? `${API.scheme}://${address}` : API.url },
  },
});
