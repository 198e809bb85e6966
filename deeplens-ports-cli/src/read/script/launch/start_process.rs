//! PowerShell's `Start-Process docker -ArgumentList …`.

use crate::read::script::split::{self, By};
use crate::read::script::text::Text;
use crate::read::script::word::Why;

/// The words of the command that is started.
pub(super) fn command(words: &[Text]) -> Vec<Text> {
    let mut program: &[Text] = &[];
    let mut arguments: &[Text] = &[];
    let mut rest = words;
    while let Some((first, behind)) = rest.split_first() {
        let option = first.known().unwrap_or_default().to_ascii_lowercase();
        let is_option = option.len() > 1 && option.starts_with('-');
        let is_program = is_option && "-filepath".starts_with(&option);
        let is_arguments = is_option && ("-argumentlist".starts_with(&option) || option == "-args");
        if is_option && !is_program && !is_arguments {
            rest = behind;
            continue;
        }
        let (values, behind) = list(if is_option { behind } else { rest });
        rest = behind;
        match () {
            () if is_program || !is_arguments && program.is_empty() => program = values,
            () if is_arguments || arguments.is_empty() => arguments = values,
            () => {}
        }
    }
    let program = program.iter().take(1).cloned();
    program.chain(arguments.iter().flat_map(divided)).collect()
}

/// A value, with the elements behind it that belong to the same list.
fn list(words: &[Text]) -> (&[Text], &[Text]) {
    let more = words.iter().skip(1).take_while(|word| word.is_element);
    words.split_at((1 + more.count()).min(words.len()))
}

/// All arguments are put together with blanks, and the program divides them again.
fn divided(argument: &Text) -> Vec<Text> {
    let words = split::words(argument, By::Words);
    if words.len() < 2 {
        return words;
    }
    words
        .into_iter()
        .map(|word| word.without_variables(Why::Built))
        .collect()
}
