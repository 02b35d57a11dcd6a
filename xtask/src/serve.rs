//! A server for this computer only, under the headers a host must send.
//!
//! Invariant: what it can answer is a fixed list of files read beforehand, so no request can name
//! another.

mod http;
mod site;
mod watch;

use std::io::Read;
use std::net::TcpListener;
use std::process::Command;
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;

use anyhow::{Result, anyhow, ensure};

use crate::build::{self, Mode};
use crate::headers::{self, Ancestors};
use crate::project::Project;
use http::{Reply, Request};
use site::Site;

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
    let (latest, ancestors, log) = (Arc::clone(&shared), options.frame_ancestors.clone(), options.log);
    http::answer_all(listener, move |request| {
        let reply = reply(request, &current(&latest), &ancestors);
        if log {
            println!("{} {} {}", request.method, request.url, reply.status);
        }
        reply
    });
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

/// The answer to a request.
fn reply(request: &Request, site: &Site, ancestors: &Ancestors) -> Reply {
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        let mut reply = plain(405, "GET and HEAD only\n");
        reply.headers.push(("Allow", "GET, HEAD".to_owned()));
        return reply;
    }
    let Some((path, file)) = site.find(&request.url) else {
        return plain(404, "There is no such file\n");
    };
    let mut headers = headers::of(path, ancestors);
    headers.push(("ETag", file.tag.clone()));
    headers.push(("Vary", "Accept-Encoding".to_owned()));
    if request.header("if-none-match") == Some(file.tag.as_str()) {
        return Reply { status: 304, headers, body: Vec::new() };
    }
    let body = match &file.brotli {
        Some(small) if request.header("accept-encoding").is_some_and(site::takes_brotli) => {
            headers.push(("Content-Encoding", "br".to_owned()));
            small.clone()
        }
        _ => file.plain.clone(),
    };
    Reply { status: 200, headers, body }
}

fn plain(status: u16, text: &str) -> Reply {
    Reply { status, headers: headers::of("answer.txt", &Ancestors::default()), body: text.into() }
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
