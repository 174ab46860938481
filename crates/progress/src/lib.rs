//! What the user sees while a long step runs.
//!
//! On a terminal one line counts the seconds; elsewhere a start line, a sign of life every
//! 20 seconds, and a closing line. A step of less than two seconds stays silent.

use std::io::{IsTerminal, Write};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long a step may take before anything is said.
const SILENT: Duration = Duration::from_secs(2);
const REFRESH: Duration = Duration::from_secs(1);
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);

/// A step that is under way. Dropping it without [`Step::done`] reports it as not completed.
#[derive(Debug)]
pub struct Step {
    label: String,
    started: Instant,
    terminal: bool,
    ended: Arc<(Mutex<bool>, Condvar)>,
    line: Option<JoinHandle<()>>,
}

impl Step {
    /// Starts the clock of a step.
    pub fn start(label: impl Into<String>) -> Self {
        let label = label.into();
        let started = Instant::now();
        let terminal = std::io::stderr().is_terminal();
        let ended = Arc::new((Mutex::new(false), Condvar::new()));
        let line = {
            let (label, ended) = (label.clone(), Arc::clone(&ended));
            std::thread::spawn(move || tell(&label, started, terminal, &ended))
        };
        Self { label, started, terminal, ended, line: Some(line) }
    }

    /// Ends the step well.
    pub fn done(mut self) {
        self.end("done in");
    }

    fn end(&mut self, word: &str) {
        let Some(line) = self.line.take() else { return };
        let (flag, bell) = &*self.ended;
        *flag.lock().unwrap_or_else(PoisonError::into_inner) = true;
        bell.notify_all();
        // The thread only prints, so there is nothing to do if it failed.
        drop(line.join());
        let time = self.started.elapsed();
        if time >= SILENT {
            let clear = if self.terminal { "\r\x1b[2K" } else { "" };
            print(&format!("{clear}{}: {word} {}\n", self.label, seconds(time)));
        }
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        self.end("failed after");
    }
}

fn tell(label: &str, started: Instant, terminal: bool, ended: &(Mutex<bool>, Condvar)) {
    let (flag, bell) = ended;
    let mut pause = SILENT;
    let mut over = flag.lock().unwrap_or_else(PoisonError::into_inner);
    let mut first = true;
    loop {
        let deadline = Instant::now() + pause;
        while !*over {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            over = bell.wait_timeout(over, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        if *over {
            return;
        }
        let time = seconds(started.elapsed());
        if terminal {
            print(&format!("\r\x1b[2K{label} … {time}"));
            pause = REFRESH;
        } else if first {
            print(&format!("{label} …\n"));
            pause = SIGN_OF_LIFE;
        } else {
            print(&format!("{label} … {time}\n"));
            pause = SIGN_OF_LIFE;
        }
        first = false;
    }
}

/// A terminal that is gone is no reason to stop working.
fn print(text: &str) {
    let mut stderr = std::io::stderr();
    drop(stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush()));
}

/// A duration in the words of the progress lines.
pub fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole >= 60 {
        format!("{} min {:02} s", whole / 60, whole % 60)
    } else if whole >= 10 {
        format!("{whole} s")
    } else {
        format!("{:.1} s", time.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        assert_eq!(seconds(Duration::from_millis(340)), "0.3 s");
        assert_eq!(seconds(Duration::from_secs(42)), "42 s");
        assert_eq!(seconds(Duration::from_secs(125)), "2 min 05 s");
    }
}
