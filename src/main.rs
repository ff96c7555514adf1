//! The `maildesk` program: hands its arguments to `cli` and gives back the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    maildesk::cli::main()
}
