//! Steps that say what they do and how long it took, and programs that never run in silence.
//!
//! Invariant: everything goes to standard output, so that the last line printed is the last line.

use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// The longest silence.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Which of a program's two outputs a line came from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    Out,
    Err,
}

/// Does `work` between a line that names it and a line that gives its seconds.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("---- {name}");
    let start = Instant::now();
    let result = work();
    let verdict = if result.is_ok() { "ok  " } else { "FAIL" };
    println!("{verdict} {name}  {:.1} s", start.elapsed().as_secs_f64());
    result
}

/// Runs a program, printing what it prints; an error when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = follow(command, |_, line| println!("{line}"))?;
    if !status.success() {
        bail!("`{}` failed ({status})", describe(command));
    }
    Ok(())
}

/// Runs a program, handing each line to `line`, with a sign of life when it is quiet.
pub fn follow(command: &mut Command, mut line: impl FnMut(Stream, &str)) -> Result<ExitStatus> {
    if std::io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let name = describe(command);
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot run `{name}`"))?;

    let (sender, lines) = mpsc::channel();
    if let Some(output) = child.stdout.take() {
        forward(output, Stream::Out, sender.clone());
    }
    if let Some(output) = child.stderr.take() {
        forward(output, Stream::Err, sender.clone());
    }
    drop(sender);

    loop {
        match lines.recv_timeout(HEARTBEAT) {
            Ok((stream, text)) => line(stream, &text),
            Err(RecvTimeoutError::Timeout) => {
                println!("     ... `{name}` still runs, {} s", start.elapsed().as_secs());
            }
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    child.wait().with_context(|| format!("cannot wait for `{name}`"))
}

/// Sends each line of `output` until it closes.
fn forward(output: impl Read + Send + 'static, stream: Stream, sender: Sender<(Stream, String)>) {
    thread::spawn(move || {
        for bytes in BufReader::new(output).split(b'\n') {
            let Ok(bytes) = bytes else { return };
            let text = String::from_utf8_lossy(&bytes).trim_end_matches('\r').to_owned();
            if sender.send((stream, text)).is_err() {
                return;
            }
        }
    });
}

/// The program and its first two words, enough to know what runs.
fn describe(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program())
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let words = command.get_args().take(2).map(|word| {
        let word = word.to_string_lossy().into_owned();
        word.rsplit(['/', '\\']).next().unwrap_or(&word).to_owned()
    });
    std::iter::once(program).chain(words).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_outputs_of_a_program_are_followed() {
        let mut seen = Vec::new();
        let mut command = Command::new("cargo");
        let status = follow(command.arg("--version"), |stream, line| {
            seen.push((stream, line.to_owned()));
        })
        .unwrap();
        assert!(status.success());
        assert!(seen.iter().any(|(stream, line)| *stream == Stream::Out && line.starts_with("cargo")));
    }

    #[test]
    fn a_program_is_described_without_folders() {
        let mut command = Command::new("/usr/bin/node");
        command.args(["/a/b/tool.mjs", "--flag", "third"]);
        assert_eq!(describe(&command), "node tool.mjs --flag");
    }

    #[test]
    fn a_failing_program_is_an_error() {
        assert!(run(Command::new("cargo").arg("--no-such-flag")).is_err());
    }
}
