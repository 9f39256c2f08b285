//! The process that reads one paper for an office under test; the real office has it inside, as `daftar draw`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    daftar_documents::draw_one(&arguments)
}
