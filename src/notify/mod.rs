//! The words the desk writes: templates, what they are given, and a sample of every letter.
//!
//! Rendering is pure. What a template may show is in [`Model`] alone; texts from outside stay text, whatever they look like.

mod model;
mod template;

pub use model::{MessageView, Model, TicketView};
pub use template::{Rendered, TemplateProblem, Templates};
