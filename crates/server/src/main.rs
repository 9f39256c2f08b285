//! `daftar`: the electronic office in one binary.

mod commands;
mod demo;
mod failure;
mod http;
mod log;
mod office;
mod secrets;
mod settings;
mod time_stamps;
mod witnesses;

use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let command = commands::CommandLine::parse();
    match commands::run(command) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("daftar: {failure}");
            ExitCode::FAILURE
        }
    }
}
