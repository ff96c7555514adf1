//! Enums whose variants have a word each that people type and read.

/// Lets a type with `ALL` and `as_str` be written and read by its words. Reading takes any case; the error lists the words.
macro_rules! by_word {
    ($name:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;

            /// Reads the word in any case; the error lists the words.
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let known = Self::ALL.iter().copied().find(|one| one.as_str().eq_ignore_ascii_case(text));
                known.ok_or_else(|| Self::ALL.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(", "))
            }
        }
    };
}

pub(crate) use by_word;
