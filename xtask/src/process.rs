//! Running other programs: quietly with a log, or with their output streamed.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::{Error, Result};
use crate::project;
use progress::Step;

/// How much of a log is shown when a quiet program failed.
const TAIL: usize = 40;

/// What a program leaves in its output when it could not reach a server.
///
/// Collected from Cargo, npm, rustup and apt; the wording is theirs.
const OFFLINE: &[&str] = &[
    "could not resolve host",
    "couldn't resolve host",
    "could not connect to server",
    "could not download file",
    "failed to connect to",
    "connection refused",
    "connection timed out",
    "timeout was reached",
    "network is unreachable",
    "network failure seems to have happened",
    "spurious network error",
    "dns error",
    "temporary failure resolving",
    "temporary failure in name resolution",
    "enotfound",
    "eai_again",
    "econnrefused",
    "econnreset",
    "etimedout",
];

/// A program that ran and did not succeed, with what it said.
pub(crate) struct FailedRun {
    /// Everything the program printed.
    pub(crate) output: String,
    log: PathBuf,
}

impl FailedRun {
    /// Whether the output looks like that of a machine without network.
    pub(crate) fn is_offline(&self) -> bool {
        let output = self.output.to_lowercase();
        OFFLINE.iter().any(|sign| output.contains(sign))
    }

    /// Turns the trouble into the failure of a whole command: shows the end of the log, unless
    /// the network is simply missing, and puts the reason into one sentence.
    pub(crate) fn into_error(self, what: &str) -> Error {
        if self.is_offline() {
            return Error::new(format!(
                "{what} needs the network and could not reach it; connect this machine and run \
                 the command again (details in {})",
                project::shown(&self.log)
            ));
        }
        let lines: Vec<&str> = self.output.lines().collect();
        for line in lines.iter().skip(lines.len().saturating_sub(TAIL)) {
            eprintln!("  {line}");
        }
        Error::new(format!("{what} failed; the end of its output is above, all of it in {}", project::shown(&self.log)))
    }
}

/// The Cargo that runs this command, started in the checkout.
pub(crate) fn cargo() -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(program);
    command.current_dir(project::root());
    command
}

/// Runs a program with its output in a log, and a progress line while it takes long.
///
/// The outer error says that the program could not be run at all, the inner one that it ran and
/// failed.
pub(crate) fn quiet(command: &mut Command, label: &str, log: &str) -> Result<Result<String, FailedRun>> {
    let folder = project::notes();
    fs::create_dir_all(&folder).map_err(|error| Error::file("create", &folder, &error))?;
    let log = folder.join(format!("{log}.log"));
    let file = File::create(&log).map_err(|error| Error::file("write", &log, &error))?;
    let second = file.try_clone().map_err(|error| Error::file("write", &log, &error))?;
    let step = Step::start(label);
    let status = command
        .stdin(Stdio::null())
        .stdout(file)
        .stderr(second)
        .status()
        .map_err(|error| unstartable(command, &error))?;
    let output = fs::read(&log).map_err(|error| Error::file("read", &log, &error))?;
    let output = String::from_utf8_lossy(&output).into_owned();
    if status.success() {
        step.done();
        return Ok(Ok(output));
    }
    drop(step);
    Ok(Err(FailedRun { output, log }))
}

/// Runs a program that speaks for itself; answers its exit status.
pub(crate) fn status(command: &mut Command) -> Result<i32> {
    command.status().map(|status| status.code().unwrap_or(1)).map_err(|error| unstartable(command, &error))
}

/// Runs a program with its output streamed to the user; `false` means that it failed.
pub(crate) fn streamed(command: &mut Command) -> Result<bool> {
    command.stdin(Stdio::null()).status().map(|status| status.success()).map_err(|error| unstartable(command, &error))
}

/// The first line that a short program prints, or nothing if it is missing or fails.
pub(crate) fn first_line(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output();
    let output = output.ok().filter(|output| output.status.success())?;
    let text = String::from_utf8_lossy(&output.stdout);
    Some(text.lines().next().unwrap_or_default().trim().to_owned())
}

fn unstartable(command: &Command, error: &std::io::Error) -> Error {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str());
    let name = name.to_string_lossy();
    if error.kind() != ErrorKind::NotFound {
        return Error::new(format!("`{name}` could not be started: {error}"));
    }
    let remedy = match name.as_ref() {
        "npm" | "node" => "install Node.js from https://nodejs.org, which brings npm",
        "rustup" | "cargo" | "rustc" => "install Rust from https://rustup.rs",
        _ => "install it or put it on the PATH",
    };
    Error::new(format!("`{name}` was not found; {remedy}"))
}

/// Finds a program on the PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|candidate| candidate.is_file())
}

/// The PATH with some folders put before it, so that the pinned tools win.
pub(crate) fn path_with(folders: &[PathBuf]) -> Result<OsString> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&old));
    std::env::join_paths(all).map_err(|error| Error::new(format!("the PATH cannot be extended: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trouble(output: &str) -> FailedRun {
        FailedRun { output: output.to_owned(), log: PathBuf::from("some.log") }
    }

    #[test]
    fn a_missing_network_is_recognised() {
        for output in [
            "npm error code ENOTFOUND\nnpm error network request failed",
            "npm error code EAI_AGAIN",
            "warning: spurious network error (3 tries remaining): [6] Could not resolve hostname",
            "error: [7] Could not connect to server (Failed to connect to host)",
            "Err: Temporary failure resolving 'deb.example.org'",
        ] {
            assert!(trouble(output).is_offline(), "{output}");
        }
        assert!(!trouble("error[E0308]: mismatched types").is_offline());
    }

    #[test]
    fn a_missing_program_names_its_remedy() {
        let error = std::io::Error::from(ErrorKind::NotFound);
        let failure = unstartable(&Command::new("npm"), &error).to_string();
        assert!(failure.contains("nodejs.org"), "{failure}");
    }

    #[test]
    fn a_quiet_program_keeps_its_output() {
        let ran = quiet(Command::new("cargo").arg("--version"), "asking", "unit-test-quiet");
        let output = ran.ok().and_then(Result::ok).unwrap();
        assert!(output.starts_with("cargo "), "{output}");
        let failed = quiet(Command::new("cargo").arg("--no-such-flag"), "asking", "unit-test-loud");
        assert!(failed.unwrap().is_err());
    }
}
