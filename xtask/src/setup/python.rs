//! Python with DuckDB, which reads the tables of `swanilai recap` as the guide says.
//!
//! Invariant: nothing is installed but into a folder of the checkout; the version is the one that is written here.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::project::{Project, ask};
use crate::step::{run, step};

/// Names another Python, which has DuckDB already.
pub const VARIABLE: &str = "SWANILAI_PYTHON";
/// The package of PyPI.
const DUCKDB: &str = "duckdb==2.0.0";

/// Where a Python with DuckDB is, made first where it is not there yet.
pub fn ready(project: &Project) -> Result<PathBuf> {
    if let Some(chosen) = env::var_os(VARIABLE).map(PathBuf::from) {
        ensure!(has_duckdb(&chosen), "{VARIABLE} names {}, which has no DuckDB", chosen.display());
        return Ok(chosen);
    }
    let folder = project.work().join(DUCKDB.replace("==", "-"));
    let inside = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
    let python = folder.join(inside);
    if has_duckdb(&python) {
        return Ok(python);
    }
    step("install DuckDB", || {
        // What an interrupted run left is begun anew.
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
        }
        fs::create_dir_all(project.work())?;
        run(Command::new("python3").args(["-m", "venv"]).arg(&folder)).context(advice())?;
        let mut pip = Command::new(&python);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", DUCKDB]);
        run(&mut pip).context(advice())
    })?;
    ensure!(has_duckdb(&python), "{}", advice());
    Ok(python)
}

fn has_duckdb(python: &PathBuf) -> bool {
    ask(Command::new(python).args(["-c", "import duckdb"])).is_ok()
}

/// What to do where it could not be installed.
fn advice() -> String {
    format!(
        "the test of docs/recap.md needs Python 3 with venv and pip (Debian and Ubuntu: `apt-get install python3-venv`) \
         and {DUCKDB} from PyPI; or set {VARIABLE} to a Python that has it. `cargo xtask test --quick` leaves this test out"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_python_that_is_not_there_has_no_duckdb_and_the_advice_says_how_to_get_both() {
        assert!(!has_duckdb(&PathBuf::from("/no/such/python")));
        let advice = advice();
        for word in ["python3-venv", DUCKDB, VARIABLE] {
            assert!(advice.contains(word), "{advice}");
        }
    }
}
