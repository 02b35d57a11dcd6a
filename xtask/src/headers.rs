//! The production headers: served by `cargo xtask serve`, written to `dist/_headers` for hosts.
//!
//! Invariant: this file is the only place that knows them; the browser tests run under them.

use std::fmt::Write as _;

use crate::build::names;

/// What the page may do: run its own scripts, wasm and styles, and read its own files.
///
/// The one Trusted Types policy is made by `assets/boot.js` and returns constant addresses.
const PAGE_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; \
    img-src 'self' data:; \
    font-src 'self'; \
    connect-src 'self'; \
    manifest-src 'self'; \
    worker-src 'self'; \
    base-uri 'none'; \
    form-action 'none'; \
    object-src 'none'; \
    frame-ancestors 'none'; \
    require-trusted-types-for 'script'; \
    trusted-types swanilai";

/// What a worker may do, the service worker included: its policy is its own, not the page's.
const WORKER_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; \
    require-trusted-types-for 'script'; \
    trusted-types 'none'";

/// Scripts that run as workers; without hash, so that browsers find their successors.
const WORKERS: [&str; 2] = ["sw.js", "worker.js"];

/// Sent with every answer. Writing to the clipboard and sharing stay at their default (own pages
/// only): "Salin" needs them.
const ALWAYS: [(&str, &str); 6] = [
    ("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), \
         clipboard-read=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), \
         geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), \
         microphone=(), midi=(), payment=(), picture-in-picture=(), \
         publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), usb=(), \
         window-management=(), xr-spatial-tracking=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// For names that carry a hash of their content.
const KEEP: &str = "public, max-age=31536000, immutable";
/// For all others: keep, but ask each time.
const ASK: &str = "no-cache";

/// The headers of a file in `dist/`, its type included.
pub fn of(path: &str) -> Vec<(&'static str, &'static str)> {
    let policy = if WORKERS.contains(&path) { WORKER_POLICY } else { PAGE_POLICY };
    let cache = if names::is_hashed(path) { KEEP } else { ASK };
    let own =
        [("Content-Security-Policy", policy), ("Cache-Control", cache), ("Content-Type", content_type(path))];
    ALWAYS.into_iter().chain(own).collect()
}

/// The media type of a file by its ending.
fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webmanifest" => "application/manifest+json",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The same for hosts that read a `_headers` file: a path, then its headers, indented.
pub fn as_text(paths: &[String]) -> String {
    let files = paths.iter().map(String::as_str);
    let mut text = String::new();
    for (path, file) in std::iter::once(("", "index.html")).chain(files.map(|path| (path, path))) {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "/{path}");
        for (name, value) in of(file) {
            let _ = writeln!(text, "  {name}: {value}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(path: &str, name: &str) -> &'static str {
        of(path).into_iter().find(|(found, _)| *found == name).unwrap().1
    }

    #[test]
    fn the_policy_allows_nothing_inline_and_nobody_else() {
        let policy = header("index.html", "Content-Security-Policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "));
        assert!(policy.ends_with("require-trusted-types-for 'script'; trusted-types swanilai"));
        for word in ["unsafe-inline", "'unsafe-eval'", "http", "*"] {
            assert!(!policy.contains(word), "{word}");
        }
    }

    #[test]
    fn only_hashed_names_are_kept_for_good() {
        assert_eq!(header("app.0123456789.wasm", "Cache-Control"), KEEP);
        for path in ["index.html", "sw.js", "icon.svg", "first-load.json"] {
            assert_eq!(header(path, "Cache-Control"), ASK, "{path}");
        }
    }

    #[test]
    fn wasm_is_served_with_the_type_that_lets_it_stream() {
        assert_eq!(header("app.0123456789.wasm", "Content-Type"), "application/wasm");
    }

    #[test]
    fn a_worker_has_a_policy_of_its_own() {
        assert_eq!(header("sw.js", "Content-Security-Policy"), WORKER_POLICY);
    }

    #[test]
    fn the_headers_file_says_what_the_server_sends() {
        let text = as_text(&["app.0123456789.js".to_owned()]);
        assert!(text.starts_with("/\n  Strict-Transport-Security: "));
        assert!(text.contains("\n/app.0123456789.js\n"));
        assert!(text.contains(KEEP));
    }
}
