//! The command line. Invariant: a reader that leaves early ends the call in peace.

use std::io::{self, ErrorKind};
use std::process::ExitCode;

use swanilai::cli::{Streams, run};

fn main() -> ExitCode {
    let mut streams =
        Streams { input: io::stdin().lock(), out: io::stdout().lock(), err: io::stderr().lock() };
    match run(std::env::args_os(), &mut streams) {
        Ok(outcome) => ExitCode::from(outcome.code()),
        Err(reason) if reason.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
