//! The command line. Invariant: what could not be written never passes for a result.

use std::io::{self, Write};
use std::process::ExitCode;

use swanilai::cli::{Streams, UNWRITTEN, run, unwritten};

fn main() -> ExitCode {
    let mut streams =
        Streams { input: io::stdin().lock(), out: io::stdout().lock(), err: io::stderr().lock() };
    match run(std::env::args_os(), &mut streams) {
        Ok(outcome) => ExitCode::from(outcome.code()),
        Err(reason) => {
            // Where not even that can be said, the exit code still does.
            let _ = writeln!(streams.err, "{}", unwritten(&reason));
            ExitCode::from(UNWRITTEN)
        }
    }
}
