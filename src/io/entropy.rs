//! Randomness, read once by `init`.

use super::IoError;

/// Fresh random bytes from the operating system.
///
/// # Errors
/// [`IoError`] when the system has none.
pub fn bytes() -> Result<[u8; 64], IoError> {
    let mut bytes = [0; 64];
    getrandom::fill(&mut bytes).map_err(|error| IoError::Protocol(format!("the system gives no random bytes: {error}")))?;
    Ok(bytes)
}
