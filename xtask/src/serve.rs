//! A server for this computer only, under the headers a host must send.
//!
//! Invariant: what it can answer is a fixed list of files read beforehand, so no request can name
//! another.

mod site;
mod watch;

use std::io::{Cursor, Read};
use std::net::TcpListener;
use std::process::Command;
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;

use anyhow::{Context, Result, anyhow, ensure};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::build::{self, Mode};
use crate::headers::{self, Ancestors};
use crate::project::Project;
use site::Site;

/// Servers that share one port. tiny_http can leave a connection lying where more come at once than it has idle
/// threads for, four: a browser that loads a page and a frame in it opens a dozen. So each server gets a few of them.
const SERVERS: usize = 8;

/// How to serve.
#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "one for each flag of the command line")]
pub struct Options {
    /// Open the page in the default browser
    #[arg(long)]
    open: bool,
    /// Port on 127.0.0.1; 0 takes any free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Build quickly, and again whenever a source file changes
    #[arg(long)]
    pub dev: bool,
    /// Serve dist/ as it is
    #[arg(long, conflicts_with = "dev")]
    pub no_build: bool,
    /// Origins of the sites that may show the page in a frame, apart by spaces; none unless told
    #[arg(long, value_name = "ORIGINS", default_value = "")]
    pub frame_ancestors: Ancestors,
    /// Print a line for each request
    #[arg(long)]
    log: bool,
    /// Stop when standard input closes (for programs that start this server)
    #[arg(long)]
    until_eof: bool,
}

/// The files as last built.
type Shared = Arc<RwLock<Arc<Site>>>;

/// Serves `dist/` until it is interrupted.
pub fn serve(project: &Project, options: &Options) -> Result<()> {
    let shared: Shared = Arc::new(RwLock::new(Arc::new(Site::read(&project.dist())?)));
    let listener = TcpListener::bind(("127.0.0.1", options.port)).map_err(|error| {
        let port = options.port;
        anyhow!("cannot serve on port {port} ({error}); choose another with --port, 0 for any")
    })?;
    let address = listener.local_addr()?;
    for _ in 0..SERVERS {
        let server = Server::from_listener(listener.try_clone()?, None).map_err(|error| anyhow!("{error}"))?;
        let (shared, log) = (Arc::clone(&shared), options.log);
        let ancestors = options.frame_ancestors.clone();
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                answer(request, &current(&shared), &ancestors, log);
            }
        });
    }
    println!("\nSwanilai: http://{address}/   (Ctrl+C stops)\n");
    if options.open {
        open(&format!("http://{address}/"));
    }
    if options.until_eof {
        std::io::stdin().read_to_end(&mut Vec::new())?;
        return Ok(());
    }
    if options.dev {
        return watch::rebuild(project, || {
            build::build(project, Mode::Dev, &options.frame_ancestors)?;
            let site = Arc::new(Site::read(&project.dist())?);
            *shared.write().unwrap_or_else(PoisonError::into_inner) = site;
            Ok(())
        });
    }
    loop {
        thread::park();
    }
}

/// The files as last built; they stay valid while a newer build arrives.
fn current(shared: &Shared) -> Arc<Site> {
    Arc::clone(&shared.read().unwrap_or_else(PoisonError::into_inner))
}

/// Answers one request. A visitor who has gone away is no failure.
fn answer(request: Request, site: &Site, ancestors: &Ancestors, log: bool) {
    let reply = Reply::to(&request, site, ancestors);
    if log {
        println!("{} {} {}", request.method(), request.url(), reply.status);
    }
    let length = reply.body.len();
    let mut response =
        Response::new(reply.status.into(), Vec::new(), Cursor::new(reply.body), Some(length), None)
            .with_chunked_threshold(usize::MAX);
    for (name, value) in reply.headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    let _ = request.respond(response);
}

/// An answer before it is sent.
struct Reply {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Reply {
    fn to(request: &Request, site: &Site, ancestors: &Ancestors) -> Self {
        let asked = |name: &'static str| {
            let found = request.headers().iter().find(|header| header.field.equiv(name));
            found.map(|header| header.value.as_str())
        };
        if !matches!(request.method(), Method::Get | Method::Head) {
            let mut reply = Self::plain(405, "GET and HEAD only\n");
            reply.headers.push(("Allow", "GET, HEAD".to_owned()));
            return reply;
        }
        let Some((path, file)) = site.find(request.url()) else {
            return Self::plain(404, "There is no such file\n");
        };
        let mut headers = headers::of(path, ancestors);
        headers.push(("ETag", file.tag.clone()));
        headers.push(("Vary", "Accept-Encoding".to_owned()));
        if asked("If-None-Match") == Some(file.tag.as_str()) {
            return Self { status: 304, headers, body: Vec::new() };
        }
        let body = match &file.brotli {
            Some(small) if asked("Accept-Encoding").is_some_and(site::takes_brotli) => {
                headers.push(("Content-Encoding", "br".to_owned()));
                small.clone()
            }
            _ => file.plain.clone(),
        };
        Self { status: 200, headers, body }
    }

    fn plain(status: u16, text: &str) -> Self {
        Self { status, headers: headers::of("answer.txt", &Ancestors::default()), body: text.into() }
    }
}

/// Opens the default browser; where that fails, the address printed above does as well.
fn open(address: &str) {
    let opened = if cfg!(target_os = "macos") {
        Command::new("open").arg(address).spawn()
    } else if cfg!(windows) {
        Command::new("cmd").args(["/C", "start", "", address]).spawn()
    } else {
        Command::new("xdg-open").arg(address).spawn()
    };
    if opened.is_err() {
        println!("No browser could be opened; visit the address above.");
    }
}

/// Checks that there is something to serve.
fn require(found: bool) -> Result<()> {
    ensure!(found, "dist/ holds no page; leave --no-build out or run `cargo xtask build`");
    Ok(())
}
