//! The production headers: served by `cargo xtask serve`, written to `dist/_headers` for hosts.
//!
//! Invariant: this file is the only place that knows them; the browser tests run under them.

use std::fmt::Write as _;
use std::str::FromStr;

use anyhow::{Error, ensure};

use crate::build::{names, single};

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

/// The page in frames. Who may frame it stands at its end; it makes no Trusted Types policy and has no worker.
const FRAME: &str = "embed.html";

/// What the page may do in frames, but for who may frame it.
const FRAME_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; \
    img-src 'self' data:; \
    font-src 'self'; \
    connect-src 'self'; \
    base-uri 'none'; \
    form-action 'none'; \
    object-src 'none'; \
    require-trusted-types-for 'script'; \
    trusted-types 'none'; \
    frame-ancestors";

/// What other sites load: the frame and the script that makes it.
const FOR_OTHERS: [&str; 2] = [FRAME, LOADER];
/// The script that sites include. They may ask for it by CORS, which `integrity` needs.
const LOADER: &str = "embed.js";

/// What a worker may do, the service worker included: its policy is its own, not the page's.
const WORKER_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; \
    require-trusted-types-for 'script'; \
    trusted-types 'none'";

/// The one file carries its own policy, by hash; only this part is of no use in a `<meta>`.
const SINGLE_POLICY: &str = "frame-ancestors 'none'";

/// Scripts that run as workers; without hash, so that browsers find their successors.
const WORKERS: [&str; 2] = ["sw.js", "worker.js"];

/// Sent with every answer. Writing to the clipboard and sharing stay at their default (own pages
/// only): "Salin" needs them.
const ALWAYS: [(&str, &str); 5] = [
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
];

/// For names that carry a hash of their content.
const KEEP: &str = "public, max-age=31536000, immutable";
/// For all others: keep, but ask each time.
const ASK: &str = "no-cache";

/// The sites that may show the page in a frame: `https://a.go.id https://*.b.go.id 'self'`; none unless told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ancestors(Vec<String>);

impl FromStr for Ancestors {
    type Err = Error;

    /// Origins apart by spaces or commas. What else stands there would reach the header, so it is refused.
    fn from_str(text: &str) -> Result<Self, Error> {
        let split = |c: char| c == ',' || c.is_ascii_whitespace();
        let sites: Vec<String> =
            text.split(split).filter(|site| !site.is_empty()).map(str::to_owned).collect();
        for site in &sites {
            ensure!(site == "'self'" || is_origin(site), "`{site}` is no origin such as https://a.go.id");
        }
        Ok(Self(sites))
    }
}

/// Whether a text is scheme, host (perhaps `*.` before it) and perhaps a port.
fn is_origin(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let host = host.strip_prefix("*.").unwrap_or(host);
    let (host, port) = host.split_once(':').unwrap_or((host, "0"));
    let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-');
    !host.is_empty() && host.bytes().all(plain) && port.parse::<u16>().is_ok()
}

/// The headers of a file in `dist/`, its type included.
pub fn of(path: &str, ancestors: &Ancestors) -> Vec<(&'static str, String)> {
    let policy = match path {
        FRAME if ancestors.0.is_empty() => format!("{FRAME_POLICY} 'none'"),
        FRAME => format!("{FRAME_POLICY} {}", ancestors.0.join(" ")),
        single::FILE => SINGLE_POLICY.to_owned(),
        path if WORKERS.contains(&path) => WORKER_POLICY.to_owned(),
        _ => PAGE_POLICY.to_owned(),
    };
    let cache = if names::is_hashed(path) { KEEP } else { ASK };
    let whose = if FOR_OTHERS.contains(&path) { "cross-origin" } else { "same-origin" };
    let mut headers: Vec<_> = ALWAYS.into_iter().map(|(name, value)| (name, value.to_owned())).collect();
    headers.push(("Cross-Origin-Resource-Policy", whose.to_owned()));
    headers.push(("Content-Security-Policy", policy));
    headers.push(("Cache-Control", cache.to_owned()));
    headers.push(("Content-Type", content_type(path).to_owned()));
    if path == LOADER {
        headers.push(("Access-Control-Allow-Origin", "*".to_owned()));
    }
    if path == single::FILE {
        headers.push(("Content-Disposition", "attachment".to_owned()));
    }
    headers
}

/// The media type of a file by its ending.
fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        // Its bytes are no UTF-8, and a header would overrule what the file says of itself.
        _ if path == single::FILE => "text/html; charset=windows-1252",
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
pub fn as_text(paths: &[String], ancestors: &Ancestors) -> String {
    let files = paths.iter().map(String::as_str);
    let mut text = String::new();
    for (path, file) in std::iter::once(("", "index.html")).chain(files.map(|path| (path, path))) {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "/{path}");
        for (name, value) in of(file, ancestors) {
            let _ = writeln!(text, "  {name}: {value}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(path: &str, name: &str) -> String {
        of(path, &Ancestors::default()).into_iter().find(|(found, _)| *found == name).unwrap().1
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
    fn the_one_file_is_saved_and_read_as_what_it_is() {
        assert_eq!(header(single::FILE, "Content-Type"), "text/html; charset=windows-1252");
        assert_eq!(header(single::FILE, "Content-Disposition"), "attachment");
        assert_eq!(header(single::FILE, "Content-Security-Policy"), "frame-ancestors 'none'");
    }

    #[test]
    fn nobody_frames_the_page_unless_a_list_says_who() {
        assert!(header("index.html", "Content-Security-Policy").contains("frame-ancestors 'none'"));
        let policy = header("embed.html", "Content-Security-Policy");
        assert!(policy.ends_with("trusted-types 'none'; frame-ancestors 'none'"));
        let list: Ancestors = "https://a.go.id, https://*.b.go.id:8443 'self'".parse().unwrap();
        let headers = of("embed.html", &list);
        let policy = &headers.iter().find(|(name, _)| *name == "Content-Security-Policy").unwrap().1;
        assert!(policy.ends_with("; frame-ancestors https://a.go.id https://*.b.go.id:8443 'self'"));
        assert_eq!(of("index.html", &list), of("index.html", &Ancestors::default()));
    }

    #[test]
    fn a_list_of_sites_takes_origins_and_nothing_else() {
        for text in
            ["*", "a.go.id", "https://a.go.id/x", "https://a.go.id;script-src", "https://", "https://a:b"]
        {
            assert!(text.parse::<Ancestors>().is_err(), "{text}");
        }
        assert_eq!("".parse::<Ancestors>().unwrap(), Ancestors::default());
    }

    #[test]
    fn other_sites_may_load_the_frame_and_its_loader_alone() {
        for (path, whose) in
            [("embed.html", "cross-origin"), ("embed.js", "cross-origin"), ("index.html", "same-origin")]
        {
            assert_eq!(header(path, "Cross-Origin-Resource-Policy"), whose, "{path}");
        }
        assert_eq!(header("embed.js", "Access-Control-Allow-Origin"), "*");
        assert!(!of("embed.html", &Ancestors::default()).iter().any(|(name, _)| name.starts_with("Access")));
    }

    #[test]
    fn the_headers_file_says_what_the_server_sends() {
        let text = as_text(&["app.0123456789.js".to_owned()], &Ancestors::default());
        assert!(text.starts_with("/\n  Strict-Transport-Security: "));
        assert!(text.contains("\n/app.0123456789.js\n"));
        assert!(text.contains(KEEP));
    }
}
