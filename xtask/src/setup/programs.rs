//! The browsers, and the programs the tests need beside them.
//!
//! Invariant: what is missing and cannot be installed is an error that says how to install it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::project::ask;
use crate::step::{run, step};

/// A program: what it is, the variable that names another than the usual one, the package of Debian and Ubuntu
/// that brings it, and where it usually is.
pub struct Program {
    name: &'static str,
    pub variable: &'static str,
    package: &'static str,
    usual: &'static [&'static str],
}

pub const CHROMIUM: Program = Program {
    name: "Chromium",
    variable: "SWANILAI_CHROMIUM",
    package: "chromium",
    usual: &["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
};

/// Everything the browser tests need.
pub const ALL: [Program; 7] = [
    CHROMIUM,
    Program {
        name: "Firefox ESR",
        variable: "SWANILAI_FIREFOX",
        package: "firefox-esr",
        usual: &["/usr/bin/firefox-esr"],
    },
    Program {
        name: "WebKitGTK's driver",
        variable: "SWANILAI_WEBKIT_DRIVER",
        package: "webkit2gtk-driver",
        usual: &["/usr/bin/WebKitWebDriver"],
    },
    Program {
        name: "WebKitGTK's browser",
        variable: "SWANILAI_WEBKIT",
        package: "libwebkit2gtk-4.1-0",
        usual: &[
            "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
        ],
    },
    Program {
        name: "a screen for it",
        variable: "SWANILAI_XVFB",
        package: "xvfb",
        usual: &["/usr/bin/Xvfb"],
    },
    Program {
        name: "the reader of printed sheets",
        variable: "SWANILAI_PDFTOTEXT",
        package: "poppler-utils",
        usual: &["/usr/bin/pdftotext"],
    },
    Program {
        name: "the spreadsheet that workbooks go through",
        variable: "SWANILAI_SOFFICE",
        package: "libreoffice-calc-nogui",
        usual: &["/usr/bin/soffice"],
    },
];

/// Letters for the pages; the browsers bring none.
const FONTS: &str = "fonts-noto-core";

/// Where each of these programs is, installed first where that is possible.
pub fn ready(programs: &[Program]) -> Result<Vec<PathBuf>> {
    let missing = missing(programs)?;
    if !missing.is_empty() {
        install(&missing)?;
    }
    programs
        .iter()
        .map(|program| {
            find(program)?
                .with_context(|| format!("apt-get installed no {} ({})", program.name, program.package))
        })
        .collect()
}

fn missing(programs: &[Program]) -> Result<Vec<&Program>> {
    let mut missing = Vec::new();
    for program in programs {
        if find(program)?.is_none() {
            missing.push(program);
        }
    }
    Ok(missing)
}

/// Where a program is: the place its variable names, else the first usual one.
fn find(program: &Program) -> Result<Option<PathBuf>> {
    let Program { variable, usual, .. } = program;
    if let Some(chosen) = env::var_os(variable).map(PathBuf::from) {
        ensure!(chosen.is_file(), "{variable} names {}, which is not there", chosen.display());
        return Ok(Some(chosen));
    }
    Ok(usual.iter().find(|path| Path::new(path).is_file()).map(PathBuf::from))
}

fn install(missing: &[&Program]) -> Result<()> {
    let root = ask(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    let apt = ask(Command::new("apt-get").arg("--version")).is_ok();
    if !(root && apt) {
        bail!("{}", advice(missing));
    }
    step("install browsers", || {
        run(Command::new("apt-get").args(["update", "-qq"]))?;
        let mut install = Command::new("apt-get");
        install.args(["install", "--yes", "-qq", "--no-install-recommends", FONTS]);
        install.args(missing.iter().map(|program| program.package));
        run(install.env("DEBIAN_FRONTEND", "noninteractive"))
    })
}

/// What to do where this program may not install anything.
fn advice(missing: &[&Program]) -> String {
    let all = |word: fn(&Program) -> &'static str, between: &str| {
        missing.iter().map(|program| word(program)).collect::<Vec<_>>().join(between)
    };
    format!(
        "the browser tests need {}: install what is missing (Debian and Ubuntu: `apt-get install {}`) or set {} to \
         the paths. `cargo xtask test --quick` leaves these tests out",
        all(|program| program.name, ", "),
        all(|program| program.package, " "),
        all(|program| program.variable, ", "),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOWHERE: Program = Program {
        name: "Nothing",
        variable: "SWANILAI_NOTHING",
        package: "no-such-package",
        usual: &["/no/such/program"],
    };

    #[test]
    fn a_program_that_is_nowhere_is_missing_and_the_advice_says_how_to_get_it() {
        let programs = [NOWHERE];
        let missing = missing(&programs).unwrap();
        assert_eq!(missing.len(), 1);
        let advice = advice(&missing);
        assert!(advice.contains("need Nothing"), "{advice}");
        assert!(advice.contains("`apt-get install no-such-package`"), "{advice}");
        assert!(advice.contains("SWANILAI_NOTHING"), "{advice}");
    }

    #[test]
    fn a_program_is_found_where_it_usually_is() {
        let shell = Program { usual: &["/no/such/program", "/bin/sh"], ..NOWHERE };
        assert_eq!(find(&shell).unwrap(), Some(PathBuf::from("/bin/sh")));
    }
}
